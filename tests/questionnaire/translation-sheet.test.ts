import { expect, test } from 'vitest'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import {
  readTranslationSheet,
  sheetHeadings,
  translationSheet,
} from '#app/questionnaire/translation-sheet.ts'

const questionnaire = findQuestionnaire('qd318')
if (!questionnaire) throw new Error('no questionnaire')
const [first, second] = questionnaire.contents
if (!first || !second) throw new Error('no contents')

/** Made-up words: no language says them. */
const lines = { [first.key]: { statement: 'Lorem ipsum.', meaning: 'dolor sit' } }
const numbered = (sheet: readonly (readonly string[])[]) =>
  sheet.map((cells, i) => ({ row: i + 1, cells: [...cells] }))
const sheet = (...changed: readonly (readonly string[])[]) =>
  numbered([Object.values(sheetHeadings), ...changed])
const lineOf = (key: string, statement: string, meaning = '') => [
  key,
  questionnaire.contents.find(content => content.key === key)?.statement.vi ?? '',
  '',
  statement,
  meaning,
]

test('a sheet that goes out comes in again as it was', () => {
  const read = readTranslationSheet(numbered(translationSheet(questionnaire, { lines })), questionnaire)
  expect(read.kind === 'read' && read.lines[first.key]).toEqual(lines[first.key])
  expect(read.kind === 'read' && read.lines[second.key]).toEqual({ statement: '', meaning: '' })
})

test('every line that cannot be taken is named with its row and reason, and nothing is taken', () => {
  const rows = sheet(
    lineOf(first.key, 'a'),
    lineOf(first.key, 'b'),
    lineOf('nowhere', 'c'),
    lineOf('', 'd'),
    lineOf(second.key, '', 'only a meaning'),
    lineOf('overall', 'x'.repeat(501)),
  )
  expect(readTranslationSheet(rows, questionnaire)).toEqual({
    kind: 'faulty',
    problems: [
      { row: 3, problem: 'key-twice', quote: first.key },
      { row: 4, problem: 'key-unknown', quote: 'nowhere' },
      { row: 5, problem: 'key-missing', quote: 'd' },
      { row: 6, problem: 'statement-missing', quote: second.key },
      { row: 7, problem: 'text-too-long', quote: 'overall' },
    ],
  })
})

test('a translation of another Vietnamese text is refused: another version was translated', () => {
  const rows = sheet([first.key, 'Một câu khác', '', 'Lorem', ''])
  expect(readTranslationSheet(rows, questionnaire)).toMatchObject({
    problems: [{ row: 2, problem: 'source-differs' }],
  })
})

test('lines above the headings and empty lines are passed over; a sheet without headings is none', () => {
  const titled = [
    { row: 1, cells: ['Bảng dịch'] },
    ...sheet(lineOf(first.key, 'Lorem')),
    { row: 9, cells: [null, ' '] },
  ]
  expect(readTranslationSheet(titled, questionnaire).kind).toBe('read')
  expect(readTranslationSheet([{ row: 1, cells: ['a', 'b'] }], questionnaire).kind).toBe('no-heading')
})
