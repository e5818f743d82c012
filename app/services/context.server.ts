import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import { type Deed, may } from '#app/account/permission.ts'
import type { Person } from '#app/account/person.ts'
import type { StoredLink } from '#app/audit/chain.ts'
import { type Actor, type AuditEvent, type AuditRecord, writeActor } from '#app/audit/event.ts'
import { type CampaignId, uuidFrom } from '#app/basics/ids.ts'
import { genesis, hashOfLink, presentScheme } from '#app/basics/log-chain.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { insertAuditLinks, lockAuditHead } from '#db/queries/audit.ts'
import type { Database } from '#db/schema.ts'
import type { KeyStore } from './keys.server.ts'

/** What every deed needs from outside, made once at start; tests bring their own clock and randomness. */
export type System = {
  readonly db: Kysely<Database>
  readonly keys: KeyStore
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** Address under which residents reach us, without a slash at its end. */
  readonly publicUrl: string
  /** Whether this installation shows made-up data and must say so on every page. */
  readonly demonstration: boolean
  /** Takes an error that has nobody to be told: background work, whose effect is tried again later. */
  readonly onTrouble: (error: unknown) => void
  /** Lets the first administrator in; null once there is an account. */
  readonly setupToken: string | null
}

/** The system, and who is asking. */
export type Context = System & { readonly person: Person | null }

/** A new random id. */
export const newId = (system: System): string => uuidFrom(system.random(16))

/** SHA-256 of a text as lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** An event with the campaign it belongs to and whoever did it. */
export type Recorded = {
  readonly event: AuditEvent
  readonly campaignId?: CampaignId
  readonly actor?: Actor
}

export type Change = {
  readonly tx: Transaction<Database>
  /** Adds to what this change will leave in the log. */
  readonly record: (event: AuditEvent, about?: Omit<Recorded, 'event'>) => void
}

class Refusal extends Error {
  constructor(readonly result: { readonly ok: false; readonly error: string }) {
    super(result.error)
  }
}

const actorOf = (context: Context): Actor =>
  context.person ? { kind: 'account', id: context.person.id } : { kind: 'system' }

const toLink = (
  context: Context,
  recorded: Recorded,
  head: { readonly seq: number; readonly hash: string },
): StoredLink => {
  const { kind, ...detail } = recorded.event
  const record: AuditRecord = {
    seq: head.seq + 1,
    at: context.clock().toISOString(),
    actor: writeActor(recorded.actor ?? actorOf(context)),
    campaignId: recorded.campaignId ?? null,
    kind,
    detail,
  }
  const scheme = presentScheme
  return { ...record, scheme, hash: hashOfLink(head.hash, { record, scheme }, sha256) }
}

const appendLinks = async (
  context: Context,
  tx: Transaction<Database>,
  recorded: readonly Recorded[],
): Promise<void> => {
  let head = (await lockAuditHead(tx)) ?? { seq: 0, hash: genesis }
  const links: StoredLink[] = []
  for (const one of recorded) {
    const link = toLink(context, one, head)
    links.push(link)
    head = link
  }
  await insertAuditLinks(tx, links)
}

/**
 * The one gate for everything that writes: one transaction, undone when the work answers "no", and failing in every
 * environment when it succeeds without leaving a trace (invariant 6). Links are added last, so that the log is
 * held for the shortest time.
 */
export const change = async <T, E extends string>(
  context: Context,
  work: (change: Change) => Promise<Result<T, E>>,
): Promise<Result<T, E>> => {
  try {
    return await context.db.transaction().execute(async tx => {
      const recorded: Recorded[] = []
      const result = await work({ tx, record: (event, about) => recorded.push({ event, ...about }) })
      if (!result.ok) throw new Refusal(result)
      if (recorded.length === 0) throw new Error('a change that leaves no trace in the audit log')
      await appendLinks(context, tx, recorded)
      return result
    })
  } catch (error) {
    if (error instanceof Refusal) return error.result as Result<T, E>
    throw error
  }
}

/** Whether the person asking may do the deed at this place; a refusal is traced (invariant 8). */
export const permit = async (
  context: Context,
  deed: Deed,
  place: AreaPath,
): Promise<Result<Person, 'forbidden'>> => {
  if (may(context.person, deed, place)) return ok(context.person)
  await change(context, async ({ record }) => {
    record({ kind: 'deed.refused', deed, place })
    return ok(null)
  })
  return no('forbidden')
}
