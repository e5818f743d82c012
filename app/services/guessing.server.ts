import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type Pace, recent } from '#app/basics/pace.ts'
import { guessingDelay, guessingWindow } from '#app/household/guessing.ts'
import type { Database } from '#db/schema.ts'
import type { System } from './context.server.ts'

const wrongOf = new WeakMap<Kysely<Database>, Pace>()

/** More than these make nobody wait longer. */
const mostRemembered = 100

/** Counts a wrong code, and holds its answer back while many come; nothing of the code or its sender is kept. */
export const slowWrongCode = async (system: System): Promise<void> => {
  const now = system.clock().getTime()
  const lately = [...recent(wrongOf.get(system.db) ?? [], now, guessingWindow), now].slice(-mostRemembered)
  wrongOf.set(system.db, lately)
  const delay = guessingDelay(lately.length)
  if (delay > 0) await wait(delay)
}
