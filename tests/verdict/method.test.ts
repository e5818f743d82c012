import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Language } from '#app/basics/language.ts'
import { printRate, type Rate } from '#app/tally/rate.ts'
import { exactBounds } from '#app/verdict/bounds.ts'
import { methodAnchors } from '#app/verdict/method.ts'
import { village } from '#tests/tally/units.ts'
import { resultsOf, rulesNamed } from './surveys.ts'

const method = readFileSync('docs/method.md', 'utf8')
const english = readFileSync('docs/method.en.md', 'utf8')

const east = village(
  [
    [215, 15, 4],
    [222, 10, 2],
  ],
  { name: 'Thôn Đông', households: 274, issued: 240, invalid: 2, anyDissatisfied: 18 },
)
const west = village(
  [
    [118, 30, 0],
    [140, 8, 0],
  ],
  { name: 'Thôn Tây', commune: 'Xã Phú Lâm', households: 190, issued: 150, anyDissatisfied: 31 },
)
const contents = ['giao thông', 'chung']
const { area, bounds, verdict, reasons } = resultsOf(rulesNamed('hd90-2022/district-standard'), contents, [
  east,
  west,
])

const worked = (rate: Rate | null | undefined, language: Language) =>
  rate ? `${rate.part} ÷ ${rate.whole} = ${printRate(rate, language).replace('\u00a0', ' ')}` : 'no rate'

describe('the explanation of the method', () => {
  test('has every anchor that screens link to, and no other', () => {
    for (const text of [method, english])
      expect([...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(match => match[1])).toEqual([...methodAnchors])
  })

  test('works its rates out as the program does', () => {
    const rates = [area.coverage, area.returned, area.contents[0]?.satisfied, area.contents[0]?.dissatisfied]
    for (const rate of [...rates, area.overall.satisfied, area.anyDissatisfied])
      for (const [text, language] of [
        [method, 'vi'],
        [english, 'en'],
      ] as const)
        expect(text).toContain(worked(rate, language))
  })

  test('reaches the verdict that the program reaches', () => {
    expect(verdict).toBe('not-met')
    expect(reasons).toMatchObject([
      { commune: 'Xã Phú Lâm', content: 'giao thông', rate: { part: 118, whole: 148 } },
    ])
  })

  test('shows the bounds that the program finds', () => {
    expect(exactBounds({ households: 20, answered: 12, satisfied: 11 }, { tail: [5, 100] })).toEqual({
      lower: 15,
      upper: 19,
    })
    const { logit95, estimate } = bounds.overall.stratified
    const shown = [logit95?.lower, logit95?.upper].map(share =>
      ((share ?? 0) * 100).toFixed(2).replace('.', ','),
    )
    expect(method).toContain(`${shown[0]} % đến ${shown[1]} %`)
    expect(method).toContain(estimate?.toFixed(5).replace('.', ','))
    expect(english).toContain(`${shown.map(share => share.replace(',', '.')).join('% to ')}%`)
    for (const text of [method, english]) expect(text).toContain('362 + (464 − 382) = 444')
    expect(bounds.overall.worstCase.upper).toBe(444)
  })
})
