import { z } from 'zod'
import { type BallotFields, readBallotForm } from '#app/ballot/ballot-form.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { outcomes } from '#app/household/outcome.ts'
import { findOutcome } from '#db/queries/doors.ts'
import { type Desk, findDesk, type RefusalCode } from './ballots.server.ts'
import { keyFault, permitOnCampaign } from './campaigns.server.ts'
import { takeAssisted } from './collecting-assisted.server.ts'
import type { Context } from './context.server.ts'
import { acknowledger } from './device-seal.server.ts'
import { recordOutcome } from './outcomes.server.ts'

const uuid = z.string().refine(isUuid)

const ballotItem = z.object({
  id: uuid,
  slotId: uuid,
  kind: z.literal('ballot'),
  channel: z.enum(['visit', 'meeting']),
  answers: z.record(z.string(), z.string()),
  reasons: z.record(z.string(), z.string()),
  otherOpinion: z.string(),
})

const outcomeItem = z.object({
  id: uuid,
  slotId: uuid,
  kind: z.literal('outcome'),
  outcome: z.enum(outcomes),
})

/** What a collector's device took down at one household. */
export const itemSchema = z.discriminatedUnion('kind', [ballotItem, outcomeItem])

export type Item = z.infer<typeof itemSchema>

/** Most items sent together. */
export const mostItems = 50

/** Shape of what a device sends. */
export const batchSchema = z.object({ device: uuid, items: z.array(itemSchema).max(mostItems) })

export type ItemError = RefusalCode | 'slot-answered'

/** What became of an item. `stands`: the household had answered before. */
export type ItemResult = {
  readonly id: string
  readonly status: 'recorded' | 'stands' | 'faulty' | 'refused'
  readonly receipt?: string
  readonly error?: string
  /** The server's signature under what it took in. */
  readonly ack?: string
}

type Taken = Omit<ItemResult, 'id' | 'ack'>

/** The item as the ballot reader wants it; only own properties count. */
const fieldsOf = ({ answers, reasons, otherOpinion }: z.infer<typeof ballotItem>): BallotFields => {
  const own = (texts: Readonly<Record<string, string>>, key: string): string | null =>
    Object.hasOwn(texts, key) ? (texts[key] ?? null) : null
  return {
    get: name => {
      if (name.startsWith('answer.')) return own(answers, name.slice('answer.'.length))
      if (name.startsWith('reason.')) return own(reasons, name.slice('reason.'.length))
      return name === 'otherOpinion' ? otherOpinion : null
    },
  }
}

const takeBallot = async (
  context: Context,
  { campaign, slot, questionnaire }: Desk,
  item: z.infer<typeof ballotItem>,
  collector: NonNullable<Context['person']>,
): Promise<Taken> => {
  const reading = readBallotForm(fieldsOf(item), questionnaire, 'resident')
  if (!reading.ok) return { status: 'faulty', error: reading.faults[0]?.code ?? 'answer-missing' }
  const taken = await takeAssisted(context, {
    ...{ campaign, slot, channel: item.channel },
    ballot: reading.ballot,
    collector: collector.id,
    itemId: item.id,
  })
  if (!taken.ok) return { status: 'refused', error: taken.error }
  const { outcome, receipt } = taken.value
  return { status: outcome === 'stands' ? 'stands' : 'recorded', receipt }
}

const takeOutcome = async (
  context: Context,
  { campaign, slot }: Desk,
  { outcome }: z.infer<typeof outcomeItem>,
  keepNoted: boolean,
): Promise<Taken> => {
  if (keepNoted && (await findOutcome(context.db, slot.slotId))) return { status: 'stands' }
  const noted = await recordOutcome(context, { campaignId: campaign.id, slotId: slot.slotId, outcome })
  if (noted.ok) return { status: 'recorded' }
  return noted.error === 'slot-answered' ? { status: 'stands' } : { status: 'refused', error: noted.error }
}

export type Taking = {
  readonly campaignId: string
  /** Whose turnout a ballot counts for: whoever took it down. */
  readonly creditOf: (desk: Desk) => NonNullable<Context['person']>
  /** A reason noted already is not overwritten: what comes may be weeks old. */
  readonly keepNoted: boolean
}

/** Takes one item in; the person asking must be allowed to enter ballots in the household's village. */
export const takeItem = async (
  context: Context,
  { campaignId, creditOf, keepNoted }: Taking,
  item: Item,
): Promise<Taken> => {
  const desk = await findDesk(context, { campaignId, slotId: item.slotId })
  if (!desk.ok) return { status: 'refused', error: desk.error }
  return item.kind === 'ballot'
    ? takeBallot(context, desk.value, item, creditOf(desk.value))
    : takeOutcome(context, desk.value, item, keepNoted)
}

/** Items under way at the same time: enough to be committed together, few enough to leave connections to others. */
const atOnce = 8

/** Does something for each of many, a few at a time; the outcomes in order. */
export const inTurns = async <T, R>(
  many: readonly T[],
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> => {
  const done: R[] = []
  for (let start = 0; start < many.length; start += atOnce)
    done.push(...(await Promise.all(many.slice(start, start + atOnce).map(work))))
  return done
}

export type BatchFault = 'campaign-unknown' | 'forbidden' | 'campaign-not-collecting' | 'campaign-key-missing'

/** Takes in what a device sends: a result for each item, signed where it is taken in or stands. */
export const takeItems = async (
  context: Context,
  campaignId: string,
  items: readonly Item[],
): Promise<Result<readonly ItemResult[], BatchFault>> => {
  const permitted = await permitOnCampaign(context, 'ballot.enter', campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  if (campaign.state !== 'collecting') return no('campaign-not-collecting')
  const key = context.keys.find(campaign.id)
  if (!key) return no(await keyFault(context, campaign.id))
  const acknowledge = acknowledger(key)
  const taking: Taking = { campaignId, creditOf: () => person, keepNoted: false }
  const results = await inTurns(items, async ({ id, slotId, ...item }): Promise<ItemResult> => {
    const taken = await takeItem(context, taking, { id, slotId, ...item } as Item)
    const { status, receipt } = taken
    if (status !== 'recorded' && status !== 'stands') return { id, ...taken }
    return { id, ...taken, ack: acknowledge({ campaignId, id, slotId, status, receipt }) }
  })
  return ok(results)
}
