import { describe, expect, test } from 'vitest'
import { methodHtml } from '#app/http/method-page.server.ts'
import { methodAnchors } from '#app/verdict/method.ts'

describe('the page on the method', () => {
  test('keeps every anchor that figures link to, in both languages', () => {
    for (const language of ['vi', 'en'] as const)
      for (const anchor of methodAnchors) expect(methodHtml(language)).toContain(`<a id="${anchor}"></a>`)
  })

  test('speaks the language of the reader alone', () => {
    expect(methodHtml('vi')).toContain('<h2>Tỷ lệ bao phủ</h2>')
    expect(methodHtml('en')).toContain('<h2>Coverage</h2>')
    expect(methodHtml('en')).not.toContain('Tỷ lệ')
    expect(methodHtml('vi')).not.toMatch(/Coverage|Example|Source/)
  })

  test('lets the keyboard reach what scrolls, and leads to no file of the repository', () => {
    expect(methodHtml('vi')).toContain('<div class="table" tabindex="0"><table>')
    expect(methodHtml('vi')).not.toMatch(/href="[^"]*\.md/)
  })
})
