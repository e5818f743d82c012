import { chromium } from '@playwright/test'
import { browserFlags, findBrowser } from '../scripts/browser.mjs'

/** A cheap phone on a weak 3G: 400 kbit/s, 400 ms to and fro, a processor six times slower than this one. */
const network = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
}
const slowdown = 6

/** Milliseconds from navigation until the form of a code is painted and can be filled in, on a first visit; null without a Chromium. */
export async function openOnSlowPhone(url: string): Promise<number | null> {
  const executablePath = findBrowser()
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: browserFlags })
  try {
    // Each context is a phone that was never here.
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', network)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.goto(url, { waitUntil: 'load' })
    await page.locator('label[for^="answer."]').first().click()
    return await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const painted = performance.getEntriesByName('first-contentful-paint')[0]
      return Math.max(painted?.startTime ?? Number.NaN, navigation?.domInteractive ?? Number.NaN)
    })
  } finally {
    await browser.close()
  }
}
