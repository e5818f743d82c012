import { expect, test } from 'vitest'
import { printPhrase } from '#app/documents/print.server.ts'
import { gatherVoices, shorten, sumUpVoices } from '#app/dossier/opinions.ts'

test('the same text in other capitals, spaces or end marks is one voice, the most frequent first', () => {
  expect(
    gatherVoices(['Đường hỏng', 'rác  nhiều', 'đường hỏng.', ' Rác nhiều ', 'ĐƯỜNG HỎNG!', 'Thiếu nước']),
  ).toEqual([
    { text: 'ĐƯỜNG HỎNG!', times: 3 },
    { text: 'Rác nhiều', times: 2 },
    { text: 'Thiếu nước', times: 1 },
  ])
})

test('decomposed and composed letters are the same voice', () => {
  expect(gatherVoices(['Hài lòng', 'Hài lòng'.normalize('NFD')])).toEqual([{ text: 'Hài lòng', times: 2 }])
})

test('the order in which opinions lie does not show in a paper', () => {
  const texts = ['b', 'A', 'a', 'c', 'B']
  expect(gatherVoices(texts)).toEqual(gatherVoices([...texts].reverse()))
})

test('texts that say nothing are no voices', () => {
  expect(gatherVoices(['', '  ', '\n', '...'])).toEqual([])
})

test('a long text is cut between words and says so; a character of two units is never halved', () => {
  expect(shorten('Đường liên thôn hỏng nặng', 18)).toBe('Đường liên thôn…')
  expect(shorten('Đường hỏng', 10)).toBe('Đường hỏng')
  expect(shorten('🌾'.repeat(10), 5)).toBe(`${'🌾'.repeat(4)}…`)
})

test('voices left out of a cell are counted, each household once', () => {
  const voices = [
    { text: 'Rác', times: 3 },
    { text: 'Nước', times: 1 },
    { text: 'Điện', times: 1 },
    { text: 'Đường', times: 1 },
  ]
  expect(printPhrase(sumUpVoices(voices, { shown: 2, longest: 50 }))).toBe(
    'Rác (3\u00a0ý\u00a0kiến); Nước; và 2 ý kiến khác',
  )
})
