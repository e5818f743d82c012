import { describe, expect, it } from 'vitest'
import { isKey, translator } from '#app/i18n/translate.ts'

const vi = translator('vi')
const en = translator('en')

describe('a translator', () => {
  it('speaks its own language', () => {
    expect(vi('ballot.answer.dissatisfied')).toBe('Chưa hài lòng')
    expect(en('ballot.answer.dissatisfied')).toBe('Not satisfied')
  })

  it('prints integers in the language’s form', () => {
    expect(vi('ballot.question', { number: 1234 })).toBe('Câu 1.234.')
    expect(en('ballot.question', { number: 1234 })).toBe('Question 1,234.')
  })

  it('leaves a text filled in untouched, whatever it holds', () => {
    const name = '$t(frame.home) {{count}} <b>&'
    expect(en('frame.askedBy', { name })).toBe(`Asked by: ${name}`)
  })
})

describe('a key composed at run time', () => {
  it('is a key only when a text stands under it', () => {
    expect(isKey('status.404.title')).toBe(true)
    expect(isKey('status.404')).toBe(false)
    expect(isKey('status.418.title')).toBe(false)
    expect(isKey('constructor')).toBe(false)
  })
})
