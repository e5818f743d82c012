import { ok, type Result } from '#app/basics/result.ts'
import { readWanted, type Wanted } from '#app/household/search.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { type DoorRow, listDoors } from '#db/queries/doors.ts'
import type { VillageRow } from '#db/queries/slots.ts'
import { type DoorsFault, permitCollecting } from './collecting.server.ts'
import type { Context } from './context.server.ts'
import { withPassword } from './own-account.server.ts'

/** Households shown together: whoever holds the device sees no more of the village than it takes to find itself. */
const mostFound = 6

const fewestLetters = 2

type Place = { readonly campaignId: string; readonly villageId: string }

export type Meeting = {
  readonly campaign: CampaignRow
  readonly village: VillageRow
  /** Null where too little was typed to look for. */
  readonly found: {
    readonly rows: readonly Pick<DoorRow, 'slotId' | 'number' | 'name'>[]
    readonly more: boolean
  } | null
}

/** Two letters, or a number: one letter would list half the village. */
const isEnough = ({ words }: Wanted): boolean =>
  /^\d/.test(words[0] ?? '') || words.join('').length >= fewestLetters

/** The households of a village that match what somebody at the meeting typed; whether they have answered is not told. */
export const findMeeting = async (
  context: Context,
  { search, ...place }: Place & { readonly search: string },
): Promise<Result<Meeting, DoorsFault>> => {
  const permitted = await permitCollecting(context, place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  const wanted = readWanted(search)
  if (wanted === null || !isEnough(wanted)) return ok({ campaign, village, found: null })
  const filter = { campaignId: campaign.id, villageId: village.villageId, wanted, waiting: false }
  const { rows, total } = await listDoors(context.db, filter, { page: 1, size: mostFound })
  const shown = rows.map(({ slotId, number, name }) => ({ slotId, number, name }))
  return ok({ campaign, village, found: { rows: shown, more: total > mostFound } })
}

/**
 * Ends a meeting: the password of whoever is signed in leads back to the list of households. Wrong ones count as when
 * signing in.
 */
export const endMeeting = async (
  context: Context,
  { password, ...place }: Place & { readonly password: string },
) => {
  const permitted = await permitCollecting(context, place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  return withPassword<null, never>(context, password, async ({ record }) => {
    record({ kind: 'meeting.ended', village: village.name }, { campaignId: campaign.id })
    return ok(null)
  })
}
