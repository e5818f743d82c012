import { expect, test } from 'vitest'
import { browserOf, readBrowser, writeBrowser } from '#app/account/browser.ts'

const agents = {
  'chrome/android':
    'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36',
  'safari/iphone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1',
  'edge/windows':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0.0.0',
  'coc-coc/windows':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/124.0.0 Chrome/124.0.0.0 Safari/537.36',
  'firefox/linux': 'Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0',
  'samsung/android':
    'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/24.0 Chrome/117.0.0.0 Mobile Safari/537.36',
  'other/other': 'curl/8',
}

test.each(Object.entries(agents))('%s is told by its own mark', (kept, agent) => {
  expect(writeBrowser(browserOf(agent))).toBe(kept)
  expect(writeBrowser(readBrowser(kept))).toBe(kept)
})

test('no header, and a text that was never kept, are an unknown browser', () => {
  expect(browserOf(null)).toEqual({ family: 'other', device: 'other' })
  expect(readBrowser('<script>/x')).toEqual({ family: 'other', device: 'other' })
})
