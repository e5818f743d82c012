import { type Day, dayOf } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { updateConsumedIssued, upsertCollectorTurnout, upsertTurnout } from '#db/queries/participations.ts'
import { updateVillagesParticipation } from '#db/queries/slots.ts'
import type { Change, Context } from './context.server.ts'
import type { Submission } from './submission.server.ts'

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, number])[] => {
  const groups = new Map<string, [T, number]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group[1] += 1
    else groups.set(keyOf(item), [item, 1])
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

type When = { readonly campaignId: CampaignId; readonly day: Day }

const countVillages = async ({ tx }: Change, { campaignId, day }: When, taken: readonly Submission[]) => {
  const slots = taken.map(one => one.slotId)
  const issued = await updateConsumedIssued(tx, slots, day)
  const villages = countBy(taken, one => one.villageId).map(([{ villageId }, collected]) => {
    return { villageId, issued: issued.get(villageId) ?? 0, collected }
  })
  await updateVillagesParticipation(tx, campaignId, villages)
}

const countCollectors = async (
  { tx, record }: Change,
  { campaignId, day }: When,
  taken: readonly Submission[],
) => {
  const groups = countBy(taken, one => `${one.collector}|${one.channel}`)
  for (const [{ collector, channel }, households] of groups) {
    const row = { campaignId, channel, day, households }
    if (collector) await upsertCollectorTurnout(tx, { ...row, accountId: collector })
    const actor = collector ? ({ kind: 'account', id: collector } as const) : ({ kind: 'resident' } as const)
    record({ kind: 'ballot.received', channel, count: households }, { campaignId, actor })
  }
}

/** Every count that participation moves, one row each and in one order, so that two batches never wait in a circle. */
export const countTurnout = async (
  context: Context,
  gate: Change,
  campaignId: CampaignId,
  taken: readonly Submission[],
): Promise<void> => {
  const when = { campaignId, day: dayOf(context.clock()) }
  await countVillages(gate, when, taken)
  const groups = countBy(taken, one => `${one.villageId}|${one.channel}`)
  await upsertTurnout(
    gate.tx,
    when,
    groups.map(([{ villageId, channel }, households]) => ({ villageId, channel, households })),
  )
  await countCollectors(gate, when, taken)
}
