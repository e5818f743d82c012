import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  type CalendarDay,
  calendarOf,
  isWorkingDay,
  substitutesFor,
  termOf,
  vietnamCalendar as vietnam,
  workingDaysBetween,
} from '#app/basics/calendar.ts'
import { addDays, type Day, readDay } from '#app/basics/day.ts'

const day = (raw: string): Day => {
  const read = readDay(raw)
  if (!read) throw new Error(`no day: ${raw}`)
  return read
}

const row = (raw: string, kind: CalendarDay['kind'] = 'holiday'): CalendarDay => ({
  day: day(raw),
  kind,
  name: 'ngày thử',
  source: 'thử',
  sourceDate: null,
  status: 'confirmed',
})

const plain = calendarOf([])

describe('working days', () => {
  test('are Monday to Friday, both ends of a span counted', () => {
    expect(workingDaysBetween({ from: day('2026-03-02'), to: day('2026-03-08') }, plain)).toBe(5)
    expect(workingDaysBetween({ from: day('2026-03-07'), to: day('2026-03-08') }, plain)).toBe(0)
    expect(workingDaysBetween({ from: day('2026-03-03'), to: day('2026-03-02') }, plain)).toBe(0)
  })

  test('leave out a holiday and count the Saturday on which a swapped day is worked', () => {
    expect(isWorkingDay(day('2026-01-01'), vietnam)).toBe(false)
    expect(isWorkingDay(day('2026-01-02'), vietnam)).toBe(false)
    expect(isWorkingDay(day('2026-01-10'), vietnam)).toBe(true)
    expect(isWorkingDay(day('2026-01-17'), vietnam)).toBe(false)
  })

  test('over Tết 2026 the week off is not counted', () => {
    expect(workingDaysBetween({ from: day('2026-02-13'), to: day('2026-02-23') }, vietnam)).toBe(2)
  })

  test('added to a Friday start on the Monday after', () => {
    expect(addWorkingDays(day('2026-03-06'), { count: 1, calendar: plain })).toBe('2026-03-09')
    expect(addWorkingDays(day('2026-03-07'), { count: 0, calendar: plain })).toBe('2026-03-07')
  })

  test('cannot be added backwards or in fractions', () => {
    expect(() => addWorkingDays(day('2026-03-06'), { count: -1, calendar: plain })).toThrow()
    expect(() => addWorkingDays(day('2026-03-06'), { count: 1.5, calendar: plain })).toThrow()
  })

  test('adding and counting agree for any start', () => {
    const starts = fc.integer({ min: 0, max: 1000 }).map(n => addDays(day('2025-01-01'), n))
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const end = addWorkingDays(start, { count, calendar: vietnam })
        expect(workingDaysBetween({ from: addDays(start, 1), to: end }, vietnam)).toBe(count)
        expect(isWorkingDay(end, vietnam)).toBe(true)
      }),
    )
  })
})

describe('the limit of 20 working days', () => {
  const term = (from: string, to: string) =>
    termOf({ from: day(from), to: day(to) }, { limit: 20, calendar: vietnam })

  test('from a Monday, four weeks are within it', () => {
    expect(term('2026-03-02', '2026-03-27')).toMatchObject({
      used: 20,
      lastDay: '2026-03-27',
      standing: 'within',
    })
  })

  test('a tally finished one working day later hangs on whether the first day counts', () => {
    expect(term('2026-03-02', '2026-03-30')).toMatchObject({ used: 21, standing: 'hangs-on-first-day' })
    expect(term('2026-03-02', '2026-03-31')).toMatchObject({ used: 22, standing: 'beyond' })
  })

  test('collecting that starts on a Sunday has no first day to argue about', () => {
    expect(term('2026-03-01', '2026-03-27')).toMatchObject({ used: 20, standing: 'within' })
    expect(term('2026-03-01', '2026-03-30')).toMatchObject({
      lastDay: '2026-03-27',
      used: 21,
      standing: 'beyond',
    })
  })

  test('days off that are only expected are named', () => {
    expect(term('2027-08-30', '2027-09-24').unconfirmed.map(r => r.day)).toEqual(['2027-09-03'])
    expect(term('2026-03-02', '2026-03-27').unconfirmed).toEqual([])
  })

  test('a year the calendar does not know is named', () => {
    expect(term('2027-12-20', '2028-01-10').unknownYears).toEqual(['2028'])
  })
})

describe('the shipped days off', () => {
  const rows = [...vietnam.values()]

  test('are the eleven of the labour code, and from 2026 on the Day of Vietnamese Culture', () => {
    const count = (year: string) =>
      rows.filter(r => r.kind === 'holiday' && r.day.startsWith(year) && !r.name.includes('Văn hóa')).length
    expect(['2025', '2026', '2027'].map(count)).toEqual([11, 11, 11])
    const culture = rows.filter(r => r.name.includes('Văn hóa'))
    expect(culture.map(r => r.day)).toEqual(['2026-11-24', '2027-11-24'])
  })

  test('have exactly the substitutes that the labour code gives', () => {
    const holidays = rows.filter(r => r.kind === 'holiday' && !r.source.includes('28/2026')).map(r => r.day)
    const given = rows.filter(r => r.kind === 'substitute').map(r => r.day)
    expect(substitutesFor(holidays)).toEqual(given)
  })

  test('work every swapped day off on a Saturday of its own', () => {
    const of = (kind: CalendarDay['kind']) => rows.filter(r => r.kind === kind)
    expect(of('make-up')).toHaveLength(of('swapped-off').length)
    expect(of('make-up').map(r => new Date(r.day).getUTCDay())).toEqual([6, 6, 6])
  })

  test('name a dated source wherever they are confirmed', () => {
    expect(rows.filter(r => r.status === 'confirmed' && r.sourceDate === null)).toEqual([])
    expect(rows.filter(r => r.status === 'unconfirmed' && !r.source.startsWith('dự kiến'))).toEqual([])
  })
})

test('two rows on one day are refused', () => {
  expect(() => calendarOf([row('2026-01-01'), row('2026-01-01', 'make-up')])).toThrow()
})
