import { describe, expect, test } from 'vitest'
import { vietnamCalendar } from '#app/basics/calendar.ts'
import { type Course, procedureOf, procedureSteps } from '#app/dossier/procedure.ts'
import { day, unconfirmedRules } from './surveys.ts'

/** A round as it should be run: Monday 2 March to Friday 20 March 2026, posted for ten days, submitted. */
const course: Course = {
  rules: {
    ...unconfirmedRules,
    workingDays: { value: 20, status: 'confirmed', source: 'HD 90', date: null },
    postingDays: { value: 10, status: 'unconfirmed', source: 'thực tế', date: null },
  },
  calendar: vietnamCalendar,
  today: day('2026-04-10'),
  plan: { issuedOn: day('2026-02-25'), number: '12' },
  startsOn: day('2026-03-02'),
  openedOn: day('2026-03-02'),
  closedOn: day('2026-03-20'),
  villages: 3,
  minutes: { signedOn: [day('2026-03-21'), day('2026-03-20'), day('2026-03-21')], missing: [] },
  earlier: [],
  posting: { startsOn: day('2026-03-21'), days: 10, daysDocument: null },
  opinions: { all: 2, unanswered: 0 },
  submittedOn: day('2026-04-01'),
  fingerprint: 'ab'.repeat(32),
}

const stepOf = (step: string, changes: Partial<Course> = {}) =>
  procedureOf({ ...course, ...changes }).find(one => one.step === step)

test('every step is told, in its order', () => {
  expect(procedureOf(course).map(({ step }) => step)).toEqual(procedureSteps)
})

test('a round run as it should be has every step done', () => {
  const undone = procedureOf(course).filter(({ outcome }) => outcome !== 'done')
  expect(undone).toEqual([])
})

test('minutes are signed by so many villages on these days; the missing ones are named, the first eight of many', () => {
  expect(stepOf('minutes')).toMatchObject({
    ...{ outcome: 'done', code: 'minutes-signed', counts: { signed: 3, villages: 3 } },
    days: { from: '2026-03-20', to: '2026-03-21' },
  })
  const some = { signedOn: [day('2026-03-21')], missing: ['Đồi Chè', 'Suối Mơ'] }
  expect(stepOf('minutes', { minutes: some })).toMatchObject({
    ...{ outcome: 'pending', code: 'minutes-some', texts: { missing: 'Đồi Chè, Suối Mơ' } },
  })
  const missing = Array.from({ length: 11 }, (_, i) => `Thôn ${i + 1}`)
  const many = stepOf('minutes', { minutes: { ...some, missing } })
  expect(many?.texts.missing).toMatch(/Thôn 8… \(\+3\)$/)
  expect(stepOf('minutes', { minutes: { signedOn: [], missing } })).toMatchObject({
    ...{ outcome: 'unknown', code: 'minutes-unknown' },
  })
})

describe('the plan', () => {
  test('may be issued on the day of opening, and not after it', () => {
    expect(stepOf('plan', { plan: { issuedOn: day('2026-03-02'), number: '12' } })?.outcome).toBe('done')
    expect(stepOf('plan', { plan: { issuedOn: day('2026-03-03'), number: '12' } })).toMatchObject({
      ...{ outcome: 'not-done', code: 'plan-late' },
      days: { issuedOn: '2026-03-03', openedOn: '2026-03-02' },
    })
  })

  test('whose day nobody wrote down is not known, which is not "not issued"', () => {
    expect(stepOf('plan', { plan: { issuedOn: null, number: null } })?.outcome).toBe('unknown')
  })
})

test('opening before the planned first day is to be looked at', () => {
  expect(stepOf('opening', { openedOn: day('2026-02-27') })).toMatchObject({
    outcome: 'look',
    code: 'opened-early',
  })
})

describe('the term', () => {
  test('counts working days, both ends, with their limit', () => {
    expect(stepOf('term')).toMatchObject({ counts: { used: 15, limit: 20 }, days: { lastDay: '2026-03-27' } })
  })

  test('hangs on the first day, or is exceeded', () => {
    expect(stepOf('term', { closedOn: day('2026-03-30') })).toMatchObject({ outcome: 'look' })
    expect(stepOf('term', { closedOn: day('2026-03-31') })).toMatchObject({ outcome: 'not-done' })
  })

  test('begins anew when the round was reopened', () => {
    const earlier = [{ version: 1, reopenedOn: day('2026-04-06'), reason: 'Sót một thôn' }]
    const reopened = { earlier, closedOn: day('2026-04-10') }
    expect(stepOf('term', reopened)).toMatchObject({ outcome: 'done', days: { from: '2026-04-06' } })
    expect(stepOf('versions', reopened)).toMatchObject({
      ...{ outcome: 'look', code: 'versions-reopened', texts: { reason: 'Sót một thôn' } },
      counts: { times: 1, version: 2 },
    })
  })

  test('has no limit where the rules name none', () => {
    const workingDays = { ...course.rules.workingDays, value: null, status: 'open' } as const
    expect(stepOf('term', { rules: { ...course.rules, workingDays } })).toMatchObject({
      ...{ outcome: 'unknown', code: 'term-open', counts: { used: 15 } },
    })
  })
})

describe('posting', () => {
  const posting = course.posting

  test('runs to the end of its last day', () => {
    expect(stepOf('posting', { today: day('2026-03-31') })).toMatchObject({
      ...{ outcome: 'pending', days: { lastDay: '2026-03-31' } },
    })
    expect(stepOf('posting', { today: day('2026-04-01') })?.outcome).toBe('done')
  })

  test('shorter than the rules is not done', () => {
    expect(stepOf('posting', { posting: posting && { ...posting, days: 7 } })).toMatchObject({
      ...{ outcome: 'not-done', counts: { days: 7, least: 10 } },
    })
  })

  test('names the document that sets its length where the rules do not', () => {
    const postingDays = { ...course.rules.postingDays, value: null }
    const named = { startsOn: day('2026-03-21'), days: 7, daysDocument: 'CV 15/MTTQ' }
    expect(stepOf('posting', { rules: { ...course.rules, postingDays }, posting: named })).toMatchObject({
      ...{ outcome: 'done', document: 'CV 15/MTTQ', counts: { days: 7 } },
    })
  })

  test('is still to come after closing, and opinions with it', () => {
    expect(stepOf('posting', { posting: null })?.outcome).toBe('pending')
    expect(stepOf('opinions', { posting: null })?.outcome).toBe('pending')
  })
})

test('an opinion without an answer is not done', () => {
  expect(stepOf('opinions', { opinions: { all: 3, unanswered: 1 } })?.outcome).toBe('not-done')
  expect(stepOf('opinions', { opinions: { all: 0, unanswered: 0 } })?.code).toBe('opinions-none')
})

test('a round that was never submitted, or closed before fingerprints were taken, says so', () => {
  expect(stepOf('submission', { submittedOn: null })?.outcome).toBe('pending')
  expect(stepOf('fingerprint', { fingerprint: null })?.outcome).toBe('unknown')
})
