import { z } from 'zod'
import { type Channel, readStoredAnswer } from '#app/ballot/ballot.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { type Brought, keptApart, type OverallAnswer, overallOf } from '#app/tally/collectors.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { countingOf } from '#app/verdict/rules.ts'
import type { Group } from '#db/queries/ballots.ts'
import {
  deleteAttributions,
  listAttributions,
  lockAttribution,
  upsertAttribution,
  upsertCollectorTally,
} from '#db/queries/signs.ts'
import type { Change, System } from './context.server.ts'
import { openAttribution, sealAttribution } from './seal.server.ts'

/** A ballot in the box as its attribution names it. */
type Entry = Brought & { readonly id: string }

type BoxedAnswers = { readonly id: string; readonly answers: readonly number[] | null }

const entriesSchema = z.array(
  z.object({
    id: z.string(),
    collector: z.string().nullable(),
    overall: z.enum(['satisfied', 'dissatisfied', 'none']),
    anyDissatisfied: z.boolean(),
  }),
)

/** What is kept of a group; null when it is damaged, and then nothing of the group is ever counted apart. */
const tryOpen = (key: Buffer, group: Group, sealed: Buffer): readonly Entry[] | null => {
  try {
    return entriesSchema.parse(openAttribution(key, group, sealed))
  } catch {
    return null
  }
}

const overallIn = (answers: readonly number[] | null, { rules }: Frozen): OverallAnswer =>
  overallOf(answers?.map(readStoredAnswer) ?? null, countingOf(rules).blankTreatment)

/**
 * Notes under the campaign's seal who brought the ballots that have just been mixed. Answers that households sent
 * themselves have no collector and are not noted. One row a group, so it costs nothing a ballot. The caller has moved
 * the village's tally in the same transaction, which keeps two of them apart.
 */
export const addAttribution = async (
  { tx }: Change,
  group: Group,
  added: {
    readonly key: Buffer
    readonly frozen: Frozen
    readonly ballots: readonly (BoxedAnswers & { readonly collector: string | null })[]
  },
): Promise<void> => {
  if (group.channel === 'self') return
  const sealed = await lockAttribution(tx, group)
  const before = sealed === null ? [] : tryOpen(added.key, group, sealed)
  if (before === null) return
  const more = added.ballots.map(({ id, collector, answers }) => ({
    id,
    collector,
    ...overallIn(answers, added.frozen),
  }))
  await upsertAttribution(tx, group, sealAttribution(added.key, group, [...before, ...more]))
}

/**
 * Counts by collector from the final answers, at closing: a household that answered again counts with its last answer
 * for whoever brought the first. Only what `keptApart` allows is written; who brought which ballot is deleted.
 */
export const publishCollectors = async (
  { tx }: Change,
  campaignId: CampaignId,
  final: {
    readonly key: Buffer
    readonly frozen: Frozen
    /** The box by the ids that the key makes. */
    readonly ballots: ReadonlyMap<string, BoxedAnswers>
  },
): Promise<void> => {
  for (const { villageId, channel, sealed } of await deleteAttributions(tx, campaignId)) {
    const group = { campaignId, villageId, channel }
    const brought = (tryOpen(final.key, group, sealed) ?? []).flatMap(({ id, collector }) => {
      const ballot = final.ballots.get(id)
      return ballot ? [{ collector, ...overallIn(ballot.answers, final.frozen) }] : []
    })
    await upsertCollectorTally(tx, group, keptApart(brought))
  }
}

/** A ballot of a village and means with whoever brought it, opened in memory. */
export type Attributed = Entry & { readonly villageId: string; readonly channel: Channel }

/** Who brought the ballots mixed so far, opened with the campaign's key; nothing without it. To be counted, never shown. */
export const readAttributions = async (
  system: System,
  campaignId: CampaignId,
): Promise<readonly Attributed[]> => {
  const key = system.keys.find(campaignId)
  if (!key) return []
  return (await listAttributions(system.db, campaignId)).flatMap(({ villageId, channel, sealed }) =>
    (tryOpen(key, { campaignId, villageId, channel }, sealed) ?? []).map(entry => ({
      ...entry,
      villageId,
      channel,
    })),
  )
}
