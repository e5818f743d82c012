import type { CampaignId } from '#app/basics/ids.ts'
import { findSlotOfKey, setAside } from '#db/queries/unreadable.ts'
import type { Change, System } from './context.server.ts'
import { codeLookup, openBallot, slotCode } from './seal.server.ts'

/** A sealed ballot with the id of its row. */
export type SealedRow = { readonly id: string; readonly sealed: Buffer }

type OpenedRow = { readonly id: string; readonly opened: ReturnType<typeof openBallot> }

/** Rows that could be opened, and the ids of those that are damaged. */
export type Sorted = { readonly readable: readonly OpenedRow[]; readonly damaged: readonly string[] }

const tryOpen = (key: Buffer, sealed: Buffer): ReturnType<typeof openBallot> | null => {
  try {
    return openBallot(key, sealed)
  } catch {
    return null
  }
}

/** Opens what can be opened. */
export const sortSealed = (key: Buffer, rows: readonly SealedRow[]): Sorted => {
  const tried = rows.map(({ id, sealed }) => ({ id, opened: tryOpen(key, sealed) }))
  return {
    readable: tried.flatMap(({ id, opened }) => (opened ? [{ id, opened }] : [])),
    damaged: tried.flatMap(({ id, opened }) => (opened ? [] : [id])),
  }
}

/**
 * Whether a key is the campaign's own: it makes the code that a slot is found by. A wrong key (a folder restored from
 * elsewhere) opens nothing, and must not turn every ballot into a damaged one.
 */
export const isKeyOf = async (
  system: System,
  { tx }: Change,
  { campaignId, key }: { readonly campaignId: CampaignId; readonly key: Buffer },
): Promise<boolean> => {
  const slot = await findSlotOfKey(tx, campaignId)
  if (!slot) return true
  return codeLookup(system.keys.server, slotCode(key, slot.slotId, slot.codeVersion)).equals(slot.codeLookup)
}

/** Sets damaged ballots of one village aside until closing, traced by their number; throws when it is the key that is wrong. */
export const setDamagedAside = async (
  system: System,
  gate: Change,
  place: { readonly campaignId: CampaignId; readonly villageId: string; readonly key: Buffer },
  damaged: readonly string[],
): Promise<void> => {
  if (damaged.length === 0) return
  if (!(await isKeyOf(system, gate, place)))
    throw new Error(`the key of campaign ${place.campaignId} is not its own`)
  await setAside(gate.tx, damaged)
  gate.record(
    { kind: 'ballot.unreadable', village: place.villageId, count: damaged.length },
    { campaignId: place.campaignId, actor: { kind: 'system' } },
  )
}
