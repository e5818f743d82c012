import { type Channel, readStoredAnswer, storeAnswer } from '#app/ballot/ballot.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok } from '#app/basics/result.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { tallyBallots } from '#app/tally/ballots.ts'
import type { ContentCounts } from '#app/tally/counts.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { countingOf } from '#app/verdict/rules.ts'
import {
  type BoxedBallot,
  deleteSealed,
  type Group,
  insertBallots,
  insertOpinions,
  listFullGroups,
  lockSealedGroup,
  type OpinionRow,
} from '#db/queries/ballots.ts'
import { lockCollecting } from '#db/queries/campaigns.ts'
import { commitUnhurried } from '#db/queries/maintenance.ts'
import { type TallyRow, updateVillageCounted, upsertTally } from '#db/queries/tallies.ts'
import { type Change, type Context, change, type System } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { ballotIdOf, type openBallot, opinionIdOf, sealShown } from './seal.server.ts'
import { addAttribution } from './signs-attribution.server.ts'
import { setDamagedAside, sortSealed } from './unreadable.server.ts'

/** Fewest ballots of one village and means that are mixed into the box together while collecting (invariant 3). */
export const smallestBatch = 10

type Opened = ReturnType<typeof openBallot>

type Place = { readonly villageId: string; readonly channel: Channel | null }

/** A ballot as it lies in the box, and what it says as opinions apart from it; their ids are keyed by slot until closing. */
export const unpackBallot = (key: Buffer, { slotId, ballot }: Opened, { villageId, channel }: Place) => {
  const boxed: BoxedBallot = {
    id: ballotIdOf(key, slotId),
    villageId,
    channel,
    answers: ballot.answers?.map(storeAnswer) ?? null,
    shownSealed: sealShown(key, ballot.language ?? ''),
  }
  const opinion = (content: string | null, body: string): OpinionRow => ({
    id: opinionIdOf(key, slotId, content),
    villageId,
    content,
    body,
  })
  const reasons = Object.entries(ballot.reasons).map(([content, body]) => opinion(content, body))
  const opinions = ballot.otherOpinion ? [...reasons, opinion(null, ballot.otherOpinion)] : reasons
  return { boxed, opinions }
}

const tallyRows = (contents: readonly ContentCounts[]): readonly TallyRow[] =>
  contents.flatMap((counts, content) =>
    (['satisfied', 'dissatisfied', 'blank'] as const).map(option => ({
      content,
      option,
      ballots: counts[option],
    })),
  )

/** Adds ballots of one village to its tally, counted as the frozen rules say. */
export const addToTally = async (
  { tx }: Change,
  village: { readonly campaignId: CampaignId; readonly villageId: string },
  ballots: readonly BoxedBallot[],
  frozen: Frozen,
): Promise<void> => {
  const counts = tallyBallots(
    ballots.map(ballot => ballot.answers?.map(readStoredAnswer) ?? null),
    {
      contents: contentKeys(frozen.questionnaire).length,
      treatment: countingOf(frozen.rules).blankTreatment,
    },
  )
  await upsertTally(tx, village, tallyRows(counts.contents))
  const { invalid, anyDissatisfied } = counts
  await updateVillageCounted(tx, village, {
    counted: ballots.length,
    invalid,
    anyDissatisfied: anyDissatisfied ?? 0,
  })
}

/**
 * Mixes everything that waits of one village and means into the box; damaged ballots are set aside. The ballots lie there
 * in the order of their keyed ids, their reasons under ids of their own, and the tally moves in the same transaction. How
 * many left the inbox.
 */
export const mixGroup = async (
  context: Context,
  gate: Change,
  group: Group,
  options: { readonly key: Buffer; readonly atLeast: number },
): Promise<number> => {
  const waiting = await lockSealedGroup(gate.tx, group)
  if (waiting.length === 0 || waiting.length < options.atLeast) return 0
  const { readable, damaged } = sortSealed(options.key, waiting)
  await setDamagedAside(context, gate, { ...group, key: options.key }, damaged)
  // Without the damaged ones they may be too few: they wait on.
  if (readable.length === 0 || readable.length < options.atLeast) return damaged.length
  await deleteSealed(
    gate.tx,
    readable.map(row => row.id),
  )
  await boxGroup(context, gate, group, { key: options.key, opened: readable.map(row => row.opened) })
  return waiting.length
}

const boxGroup = async (
  context: Context,
  gate: Change,
  group: Group,
  { key, opened }: { readonly key: Buffer; readonly opened: readonly Opened[] },
): Promise<void> => {
  const unpacked = opened.map(one => unpackBallot(key, one, group))
  const boxed = unpacked.map(one => one.boxed)
  await insertBallots(gate.tx, group.campaignId, boxed)
  await insertOpinions(
    gate.tx,
    group.campaignId,
    unpacked.flatMap(one => one.opinions),
  )
  const frozen = await frozenOf(context.db, group.campaignId, gate.tx)
  await addToTally(gate, group, boxed, frozen)
  const ballots = opened.flatMap(({ collector }, i) => (boxed[i] ? [{ ...boxed[i], collector }] : []))
  await addAttribution(gate, group, { key, frozen, ballots })
  gate.record(
    { kind: 'ballot.mixed', village: group.villageId, count: boxed.length },
    { campaignId: group.campaignId, actor: { kind: 'system' } },
  )
}

/** Mixes these groups of a campaign in one transaction, each if it has enough. */
const mixGroups = async (
  system: System,
  { campaignId, groups }: { readonly campaignId: CampaignId; readonly groups: readonly Group[] },
): Promise<void> => {
  const context: Context = { ...system, person: null }
  const key = system.keys.find(campaignId)
  if (!key || groups.length === 0) return
  await change(context, async gate => {
    await commitUnhurried(gate.tx)
    if (!(await lockCollecting(gate.tx, campaignId))) return no('campaign-not-collecting')
    let mixed = 0
    for (const group of groups) mixed += await mixGroup(context, gate, group, { key, atLeast: smallestBatch })
    return mixed > 0 ? ok(mixed) : no('too-few')
  })
}

/** Mixes the groups that have enough; called when a lane is idle and at start, so that nothing waits longer than it must. */
export const mixFullGroups = async (system: System, campaignId: CampaignId): Promise<void> => {
  const groups = await listFullGroups(system.db, campaignId, smallestBatch)
  await mixGroups(system, { campaignId, groups })
}

/** Mixes one group, if it has enough: what a busy lane does between two batches. */
export const mixOneGroup = (system: System, group: Group): Promise<void> =>
  mixGroups(system, { campaignId: group.campaignId, groups: [group] })
