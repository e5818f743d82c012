import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { readSlotCode } from '#app/household/household.ts'
import { listOpenSlots, type OpenSlot } from '#db/queries/open-slots.ts'
import type { Database } from '#db/schema.ts'
import type { System } from './context.server.ts'
import { codeLookup } from './seal.server.ts'

/** A slot that waits for its ballot, and what its page depends on. */
export type OpenDoor = Omit<OpenSlot, 'codeLookup'>

type Waiting = {
  readonly lookup: Buffer
  readonly settle: (door: OpenDoor | null) => void
  readonly fail: (error: unknown) => void
}

type Lookups = { readonly waiting: Waiting[]; running: boolean }

const lookupsOf = new WeakMap<Kysely<Database>, Lookups>()

/** Most codes looked up together. */
const largestGroup = 200

const askGroup = async (db: Kysely<Database>, group: readonly Waiting[]): Promise<void> => {
  try {
    const found = await listOpenSlots(
      db,
      group.map(one => one.lookup),
    )
    const doors = new Map(found.map(slot => [slot.codeLookup.toString('hex'), slot]))
    for (const one of group) one.settle(doors.get(one.lookup.toString('hex')) ?? null)
  } catch (error) {
    for (const one of group) one.fail(error)
  }
}

const run = async (db: Kysely<Database>, lookups: Lookups): Promise<void> => {
  if (lookups.running) return
  lookups.running = true
  while (lookups.waiting.length > 0) {
    // Whatever has arrived already is read first, so that a rush is not led by a group of one.
    await nextTurn()
    await askGroup(db, lookups.waiting.splice(0, largestGroup))
  }
  lookups.running = false
}

/**
 * The campaign whose form a code opens now; null for everything else, which the page itself explains. Codes that come
 * while a query is under way are asked for together in the next one.
 */
export const findOpenDoor = (system: System, typed: string): Promise<OpenDoor | null> => {
  const code = readSlotCode(typed)
  if (!code) return Promise.resolve(null)
  const lookups = lookupsOf.get(system.db) ?? { waiting: [], running: false }
  lookupsOf.set(system.db, lookups)
  const lookup = codeLookup(system.keys.server, code)
  return new Promise((settle, fail) => {
    lookups.waiting.push({ lookup, settle, fail })
    void run(system.db, lookups)
  })
}
