import type { Person } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import type { Result } from '#app/basics/result.ts'
import type { Context, System } from '../context.server.ts'

/** The made-up years' clock: it goes forward only, and never beyond the real one. */
export type StoryClock = {
  readonly now: () => Date
  /** Moves on to an hour of a day in Vietnam, 0 to 23. */
  readonly moveTo: (day: Day, hour: number) => void
}

/** A clock that stands still between its moves; `real` is the clock of the installation. */
export const storyClock = (real: () => Date): StoryClock => {
  let now = new Date(0)
  return {
    now: () => now,
    moveTo: (day, hour) => {
      const wanted = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+07:00`)
      const earliest = Math.min(wanted.getTime(), real().getTime())
      now = new Date(Math.max(now.getTime(), earliest))
    },
  }
}

/** Where the story is played: the real services, on the story's clock, with the people who act in it. */
export type Stage = {
  readonly system: System
  readonly clock: StoryClock
  readonly people: ReadonlyMap<string, Person>
}

/** The context in which an account of the story acts. */
export const as = ({ system, people }: Stage, username: string): Context => {
  const person = people.get(username)
  if (!person) throw new Error(`the demonstration has no account ${username}`)
  return { ...system, person }
}

/** The value of a deed of the story; a refusal there is a bug. */
export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`the demonstration was refused: ${result.error}`)
  return result.value
}
