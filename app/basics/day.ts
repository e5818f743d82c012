import type { Branded } from './ids.ts'

/** A calendar day in Vietnam, `yyyy-mm-dd`. Days compare as texts. */
export type Day = Branded<'day'>

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads a day, or null when the text is no real day of the calendar. */
export const readDay = (raw: string): Day | null => {
  if (!pattern.test(raw)) return null
  const time = Date.parse(`${raw}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== raw) return null
  return raw as Day
}

/** Indochina Time has been UTC+7 without summer time since 1975. */
const offsetHours = 7

/** The day it is in Vietnam at this instant. */
export const dayOf = (instant: Date): Day =>
  new Date(instant.getTime() + offsetHours * 3_600_000).toISOString().slice(0, 10) as Day

/** The day `count` days later (earlier when negative). */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10) as Day
