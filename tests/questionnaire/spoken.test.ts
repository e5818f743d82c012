import { expect, test } from 'vitest'
import { isLanguageTag, missingIn, overlay, type SpokenLanguage } from '#app/questionnaire/spoken.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'

const questionnaire = findQuestionnaire('qd318')
if (!questionnaire) throw new Error('no questionnaire')
const line = (statement: string) => ({ statement, meaning: '' })
const language = (tag: string, changes: Partial<SpokenLanguage> = {}): SpokenLanguage => ({
  tag,
  name: tag,
  lines: {},
  clips: {},
  ...changes,
})

test('a tag is a language with its script and region, nothing that a cookie or a page could trip over', () => {
  for (const tag of ['vi', 'nut', 'tyz-Latn', 'zh-Hant-VN']) expect(isLanguageTag(tag)).toBe(true)
  for (const tag of ['', 'VI', 'x', 'vi;', 'tyz-latn', 'vi-VN-x', 'v1'])
    expect(isLanguageTag(tag)).toBe(false)
})

test('what a commune has of its own lies over the province’s, content by content', () => {
  const province = [language('qaa', { lines: { a: line('1'), b: line('2') }, clips: { a: 'x' } })]
  const commune = [language('qaa', { lines: { b: line('3') } }), language('qab')]
  expect(overlay(province, commune)).toEqual([
    language('qaa', { lines: { a: line('1'), b: line('3') }, clips: { a: 'x' } }),
    language('qab'),
  ])
})

test('an empty language lacks every text and every recording, but no meaning of the overall question', () => {
  const missing = missingIn(questionnaire, language('qaa'))
  const count = questionnaire.contents.length
  expect([missing.statements.length, missing.meanings.length, missing.clips.length]).toEqual([
    count,
    count - 1,
    count,
  ])
})

test('Vietnamese has its texts in the questionnaire and lacks recordings alone', () => {
  const missing = missingIn(questionnaire, language('vi', { clips: { overall: 'x' } }))
  expect(missing.statements).toEqual([])
  expect(missing.clips).not.toContain('overall')
})
