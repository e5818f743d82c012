import { dropSmallGroups, dropSmallLanguages } from '#app/ballot/small-groups.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { byHandOf } from '#app/tally/sheet.ts'
import {
  type BoxedBallot,
  deleteBallots,
  deleteOpinions,
  deleteSealedAgain,
  insertBallots,
  insertOpinions,
  type OpinionRow,
} from '#db/queries/ballots.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { listSheets } from '#db/queries/sheets.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { deleteTally, resetVillageCounted } from '#db/queries/tallies.ts'
import { deleteUnreadable, type UnreadableRow, updateVillageUnreadable } from '#db/queries/unreadable.ts'
import { type Change, type Context, newId } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { addToTally, unpackBallot } from './mixing.server.ts'
import { openShown, opinionIdOf } from './seal.server.ts'
import { publishCollectors } from './signs-attribution.server.ts'
import { sortSealed } from './unreadable.server.ts'

type Box = {
  readonly ballots: Map<string, BoxedBallot>
  readonly opinions: Map<string, OpinionRow>
  /** Ballots that could not be read and were not answered again. */
  readonly unreadable: UnreadableRow[]
}

type Closing = { readonly campaign: CampaignRow; readonly key: Buffer }

const takeOut = async ({ tx }: Change, campaignId: CampaignId): Promise<Box> => ({
  ballots: new Map((await deleteBallots(tx, campaignId)).map(ballot => [ballot.id, ballot])),
  opinions: new Map((await deleteOpinions(tx, campaignId)).map(opinion => [opinion.id, opinion])),
  unreadable: [...(await deleteUnreadable(tx, campaignId))],
})

/** Makes room for a later answer whose earlier one is in the box, or was damaged and has neither id nor slot. */
const makeRoom = (box: Box, later: BoxedBallot): void => {
  if (box.ballots.has(later.id)) return
  const lost = box.unreadable.findIndex(
    one => one.villageId === later.villageId && one.channel === later.channel,
  )
  if (lost < 0) throw new Error('a later answer of a household that has no earlier one')
  box.unreadable.splice(lost, 1)
}

const traceDamaged = (
  { record }: Change,
  campaignId: CampaignId,
  damaged: readonly { readonly villageId: string }[],
): void => {
  for (const village of new Set(damaged.map(row => row.villageId))) {
    const count = damaged.filter(row => row.villageId === village).length
    record({ kind: 'ballot.later-unreadable', village, count }, { campaignId, actor: { kind: 'system' } })
  }
}

/** Takes everything out of the box, and puts later answers in the place of the earlier ones. */
const emptyBox = async (context: Context, gate: Change, { campaign, key }: Closing): Promise<Box> => {
  const box = await takeOut(gate, campaign.id)
  const { questionnaire } = await frozenOf(context.db, campaign.id, gate.tx)
  const again = new Map((await deleteSealedAgain(gate.tx, campaign.id)).map(row => [row.id, row]))
  const { readable, damaged } = sortSealed(key, [...again.values()])
  traceDamaged(
    gate,
    campaign.id,
    damaged.flatMap(id => again.get(id) ?? []),
  )
  for (const { id, opened } of readable) {
    const place = again.get(id)
    if (!place) continue
    const later = unpackBallot(key, opened, place)
    makeRoom(box, later.boxed)
    box.ballots.set(later.boxed.id, later.boxed)
    for (const content of [...contentKeys(questionnaire), null])
      box.opinions.delete(opinionIdOf(key, opened.slotId, content))
    for (const opinion of later.opinions) box.opinions.set(opinion.id, opinion)
  }
  return box
}

const countUnreadable = async (
  { tx }: Change,
  campaignId: CampaignId,
  unreadable: readonly UnreadableRow[],
): Promise<void> => {
  for (const villageId of new Set(unreadable.map(row => row.villageId)))
    await updateVillageUnreadable(
      tx,
      { campaignId, villageId },
      unreadable.filter(row => row.villageId === villageId).length,
    )
}

/** The language a ballot was shown in; null where nobody knows, also because what was sealed is damaged: the ballot counts all the same. */
const languageOf = (key: Buffer, { shownSealed, language = null }: Partial<BoxedBallot>): string | null => {
  if (!shownSealed) return language
  try {
    return openShown(key, shownSealed) || null
  } catch {
    return null
  }
}

/**
 * Writes the whole box anew: fresh random ids that no key leads to, in the order of those ids, without means and language where
 * few shared them. What could not be read is a ballot without answers. One transaction writes every row, those of earlier
 * versions among them, so neither ids nor order nor xmin tell when a ballot came.
 */
export const rewriteBox = async (
  context: Context,
  gate: Change,
  closing: Closing,
): Promise<readonly BoxedBallot[]> => {
  const campaignId = closing.campaign.id
  const box = await emptyBox(context, gate, closing)
  const frozen = await frozenOf(context.db, campaignId, gate.tx)
  await publishCollectors(gate, campaignId, { key: closing.key, frozen, ballots: box.ballots })
  await countUnreadable(gate, campaignId, box.unreadable)
  const lost = box.unreadable.map(place => ({ ...place, answers: null }))
  const all = [...box.ballots.values(), ...lost].map(ballot => ({
    ...ballot,
    ...{ id: newId(context), shownSealed: null, language: languageOf(closing.key, ballot) },
  }))
  const ballots = dropSmallLanguages(dropSmallGroups(all))
  await insertBallots(gate.tx, campaignId, ballots)
  const opinions = [...box.opinions.values()].map(opinion => ({ ...opinion, id: newId(context) }))
  await insertOpinions(gate.tx, campaignId, opinions)
  return ballots
}

/** What closing writes into the log. */
export type Totals = { readonly collected: number; readonly valid: number; readonly invalid: number }

/** Counts the rewritten box from nothing: the live tally was for watching, the closed one rests on the ballots themselves. */
export const recount = async (
  context: Context,
  gate: Change,
  campaignId: CampaignId,
  box: readonly BoxedBallot[],
): Promise<Totals> => {
  const frozen = await frozenOf(context.db, campaignId, gate.tx)
  await deleteTally(gate.tx, campaignId)
  await resetVillageCounted(gate.tx, campaignId)
  for (const { villageId } of await listCampaignVillages(gate.tx, campaignId)) {
    const ballots = box.filter(ballot => ballot.villageId === villageId)
    await addToTally(gate, { campaignId, villageId }, ballots, frozen)
  }
  return sumUp(gate, campaignId)
}

const sumUp = async ({ tx }: Change, campaignId: CampaignId): Promise<Totals> => {
  const totals = { collected: 0, invalid: 0 }
  for (const village of await listCampaignVillages(tx, campaignId)) {
    if (village.counted !== village.collected)
      throw new Error(
        `${village.name}: ${village.collected} slots consumed, ${village.counted} ballots in the box`,
      )
    totals.collected += village.collected
    totals.invalid += village.invalid
  }
  for (const sheet of await listSheets(tx, campaignId)) {
    totals.collected += byHandOf(sheet)
    totals.invalid += sheet.invalid
  }
  return { ...totals, valid: totals.collected - totals.invalid }
}
