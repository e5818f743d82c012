import { describe, expect, test } from 'vitest'
import { methodHtml } from '#app/http/method-page.server.ts'
import { methodAnchors } from '#app/verdict/method.ts'

describe('the page on the method', () => {
  test('keeps every anchor that figures link to', () => {
    for (const anchor of methodAnchors) expect(methodHtml('vi')).toContain(`<a id="${anchor}"></a>`)
  })

  test('heads its paragraphs in the language of the reader', () => {
    expect(methodHtml('vi')).toContain('<h2>Tỷ lệ bao phủ</h2>')
    expect(methodHtml('en')).toContain('<h2>Coverage</h2>')
    expect(methodHtml('en')).not.toContain('<h2>Tỷ lệ bao phủ</h2>')
  })

  test('marks what is English for screen readers, and nothing Vietnamese', () => {
    const html = methodHtml('vi')
    expect(html).toContain('<em lang="en">Example</em>')
    expect(html).toContain('<em>chưa đủ căn cứ kết luận</em>')
  })

  test('lets the keyboard reach what scrolls, and leads to no file of the repository', () => {
    expect(methodHtml('vi')).toContain('<div class="table" tabindex="0"><table>')
    expect(methodHtml('vi')).not.toMatch(/href="[^"]*\.md/)
  })
})
