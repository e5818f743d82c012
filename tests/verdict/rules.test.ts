import { describe, expect, test } from 'vitest'
import { confirmationFaults, confirmValue } from '#app/verdict/confirm.ts'
import { findRules, listRules } from '#app/verdict/packs.ts'
import { type Rules, ruleKeys, rulesSchema } from '#app/verdict/rules.ts'
import { rulesNamed } from './surveys.ts'

const thresholds = ({ minimumCoverage, overallThreshold, contentThreshold }: Rules) =>
  [minimumCoverage, overallThreshold, contentThreshold].map(({ value, status }) => `${value} ${status}`)

describe('the shipped rule packs', () => {
  test.each([
    ['hd78-2017/commune-standard', ['60 confirmed', '80 confirmed', 'null confirmed']],
    ['hd78-2017/district-standard', ['20 confirmed', '80 confirmed', 'null confirmed']],
    ['hd122-2019/commune-standard', ['70 confirmed', '80 confirmed', '80 confirmed']],
    ['hd122-2019/district-standard', ['60 confirmed', '80 confirmed', '80 confirmed']],
    ['hd90-2022/district-standard', ['70 confirmed', '90 confirmed', '80 confirmed']],
    ['hd90-2022/commune-standard', ['70 unconfirmed', '80 unconfirmed', '80 unconfirmed']],
    ['hd90-2022/commune-advanced', ['80 confirmed', '90 unconfirmed', '80 unconfirmed']],
    ['hd90-2022/commune-model', ['80 unconfirmed', '90 unconfirmed', '80 unconfirmed']],
    ['hd90-2022/village-model', ['70 unconfirmed', '90 unconfirmed', '80 unconfirmed']],
    ['hd91-2022/ward-civilised', ['null open', '90 confirmed', 'null confirmed']],
    ['qd51-2026/commune-standard', ['null open', 'null open', 'null open']],
    ['qd51-2026/commune-modern', ['null open', 'null open', 'null open']],
  ])('%s asks for coverage, overall and contents %j', (id, expected) => {
    expect(thresholds(rulesNamed(id))).toEqual(expected)
  })

  test('are the twelve titles above and no more', () => {
    expect(listRules()).toHaveLength(12)
  })

  test('ask for every commune only where QĐ 320 does', () => {
    const everywhere = listRules().filter(rules => rules.contentScope.value === 'every-commune')
    expect(everywhere.map(rules => rules.id)).toEqual(['hd90-2022/district-standard'])
  })

  test('say where every value comes from, and date what is confirmed by a dated document', () => {
    for (const rules of listRules())
      for (const key of ruleKeys) expect(rules[key].source, `${rules.id} ${key}`).not.toBe('')
    expect(rulesNamed('hd90-2022/district-standard').overallThreshold).toMatchObject({
      source: expect.stringContaining('320/QĐ-TTg'),
      date: '2022-03-08',
    })
  })

  test('give 20 working days in 2022 and 15 in 2019', () => {
    const days = ['hd90-2022/commune-standard', 'hd122-2019/commune-standard', 'hd78-2017/commune-standard']
    expect(days.map(id => rulesNamed(id).workingDays.value)).toEqual([20, 15, null])
  })

  test('are written in composed Unicode', () => {
    const text = JSON.stringify(listRules())
    expect(text.normalize('NFC')).toBe(text)
  })

  test('survive a trip through a JSON column', () => {
    for (const rules of listRules())
      expect(rulesSchema.parse(JSON.parse(JSON.stringify(rules)))).toEqual(rules)
  })

  test('of an unknown name are not there', () => {
    expect(findRules('hd90-2022/galaxy-standard')).toBeNull()
  })
})

describe('confirming a value', () => {
  const draft = rulesNamed('hd90-2022/commune-standard')
  const open = rulesNamed('qd51-2026/commune-standard')
  const document = 'Hướng dẫn số 12/HD-MTTQ-BTT'
  const date = '2026-03-02'

  test('makes the next version and leaves the old one as it was', () => {
    const result = confirmValue(draft, 'overallThreshold', { document, date })
    expect(result.ok && result.value.overallThreshold).toEqual({
      value: '80',
      status: 'confirmed',
      source: document,
      date,
    })
    expect(result.ok && result.value.version).toBe(2)
    expect([draft.version, draft.overallThreshold.status]).toEqual([1, 'unconfirmed'])
  })

  test('may bring another value', () => {
    const result = confirmValue(draft, 'overallThreshold', { document, date, value: '85.5' })
    expect(result.ok && result.value.overallThreshold.value).toBe('85.5')
  })

  test('may say that the document sets no such requirement, but only of a threshold', () => {
    const none = confirmValue(open, 'contentThreshold', { document, date, value: null })
    expect(none.ok && none.value.contentThreshold).toMatchObject({ value: null, status: 'confirmed' })
    expect(confirmValue(open, 'base', { document, date, value: null })).toEqual({
      ok: false,
      error: 'value-missing',
    })
  })

  test.each([
    ['without a document number', { document: ' ', date }, 'document-missing'],
    ['without a real date', { document, date: '2026-02-30' }, 'date-invalid'],
    ['of an open value without the value', { document, date }, 'value-missing'],
    ['above 100 %', { document, date, value: '101' }, 'value-invalid'],
    ['that is no number', { document, date, value: 'cao' }, 'value-invalid'],
  ])('%s is refused', (_, confirmation, error) => {
    expect(confirmValue(open, 'overallThreshold', confirmation)).toEqual({ ok: false, error })
  })

  test('with several faults has all of them named', () => {
    const wrong = { document: '', date: 'hôm qua', value: '101' }
    const faults = ['document-missing', 'date-invalid', 'value-invalid']
    expect(confirmationFaults(open, 'overallThreshold', wrong)).toEqual(faults)
    expect(confirmationFaults(open, 'overallThreshold', { document, date, value: '90' })).toEqual([])
  })
})
