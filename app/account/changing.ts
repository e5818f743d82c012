import { liesWithin } from './area.ts'
import { mayAtLeast } from './permission.ts'
import type { Person } from './person.ts'

/** What somebody may do: a role, in areas. */
export type Rights = Pick<Person, 'role' | 'areas'>

/** Whether two rights are the same, in whatever order their areas stand. */
export const sameRights = (a: Rights, b: Rights): boolean =>
  a.role === b.role && a.areas.length === b.areas.length && a.areas.every(path => b.areas.includes(path))

/** Areas in which nothing is left to somebody whose rights change: none of the later areas holds them. */
export const areasLost = (before: Rights, after: Rights): Rights['areas'] =>
  before.areas.filter(path => !after.areas.some(area => liesWithin(path, area)))

/** Whether a change takes a deed or an area away, which is asked once before it is done. */
export const takesAway = (before: Rights, after: Rights): boolean =>
  !mayAtLeast(after.role, before.role) || areasLost(before, after).length > 0
