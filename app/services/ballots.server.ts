import type { Ballot, Channel } from '#app/ballot/ballot.ts'
import { type BallotFields, type BallotReading, readBallotForm } from '#app/ballot/ballot-form.ts'
import { type CampaignId, isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { isInterfaceLanguage } from '#app/questionnaire/spoken.ts'
import { type CampaignRow, findCampaign } from '#db/queries/campaigns.ts'
import { findSlot, type SlotByCode, type SlotRow } from '#db/queries/slots.ts'
import { takeAssisted } from './collecting-assisted.server.ts'
import type { Acknowledged, Outcome } from './consuming.server.ts'
import { type Context, permit, type System } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { submit } from './lane.server.ts'
import { frozenLanguages } from './languages-frozen.server.ts'
import { findOpenDoor } from './open-slots.server.ts'
import { findDoor } from './slots.server.ts'

type Faults = Extract<BallotReading, { ok: false }>['faults']

/** What became of a posted ballot: recorded, to be mended line by line, or refused. */
export type Posted =
  | { readonly kind: 'recorded'; readonly acknowledged: Acknowledged }
  | { readonly kind: 'faulty'; readonly faults: Faults }
  | { readonly kind: 'refused'; readonly error: RefusalCode }

export type RefusalCode =
  | 'code-mistyped'
  | 'code-unknown'
  | 'code-replaced'
  | 'campaign-not-collecting'
  | 'campaign-key-missing'
  | 'campaign-unknown'
  | 'slot-unknown'
  | 'forbidden'
  | 'village-counted-by-hand'
  | 'answered-before-reopening'
  | 'answered-by-batch'

const refused = (error: RefusalCode): Posted => ({ kind: 'refused', error })

const toPosted = (outcome: Outcome): Posted =>
  outcome.ok ? { kind: 'recorded', acknowledged: outcome.value } : refused(outcome.error)

/** The language that the form says it was shown in, where it is one the campaign has; it is the household's own word. */
const shownIn = async (system: System, campaignId: CampaignId, fields: BallotFields) => {
  const tag = fields.get('language')
  if (tag === null || isInterfaceLanguage(tag)) return tag ?? undefined
  const frozen = await frozenLanguages(system.db, campaignId)
  return frozen.find(language => language.tag === tag)?.tag
}

type Household = {
  readonly slot: Pick<SlotByCode, 'slotId' | 'campaignId' | 'villageId'>
  readonly questionnaire: Questionnaire
  readonly again: boolean
}

const takeBallot = async (
  system: System,
  { slot, questionnaire, again }: Household,
  fields: BallotFields,
): Promise<Posted> => {
  const reading = readBallotForm(fields, questionnaire, 'resident')
  if (!reading.ok) return { kind: 'faulty', faults: reading.faults }
  const { slotId, campaignId, villageId } = slot
  const language = await shownIn(system, campaignId, fields)
  const ballot = { ...reading.ballot, language, questionnaireVersion: questionnaire.version }
  const sent = { slotId, campaignId, villageId, channel: 'self' as const, collector: null, ballot, again }
  return toPosted(await submit(system, sent))
}

/**
 * A household answers with its code. A consumed slot answers with the receipt it has, unless the household says that it
 * answers again (`again` = yes).
 */
export const answerByCode = async (system: System, typed: string, fields: BallotFields): Promise<Posted> => {
  const again = fields.get('again') === 'yes'
  const open = await findOpenDoor(system, typed)
  if (open) {
    const { questionnaire } = await frozenOf(system.db, open.campaignId)
    return takeBallot(system, { slot: open, questionnaire, again }, fields)
  }
  const door = await findDoor(system, typed)
  if (!door.ok) return refused(door.error)
  if (door.value.state === 'closed') return refused('campaign-not-collecting')
  if (door.value.state === 'answered' && door.value.byBatch && again) return refused('answered-by-batch')
  if (door.value.state === 'answered' && !again)
    return { kind: 'recorded', acknowledged: { receipt: door.value.receipt, outcome: 'stands' } }
  if (door.value.state === 'counted-by-hand') return refused('village-counted-by-hand')
  if (door.value.state === 'answered-before') return refused('answered-before-reopening')
  return takeBallot(system, { ...door.value, again }, fields)
}

export type Desk = {
  readonly campaign: CampaignRow
  readonly slot: SlotRow
  readonly questionnaire: Questionnaire
}

/** The household whose ballot somebody is about to enter. */
export const findDesk = async (
  context: Context,
  place: { readonly campaignId: string; readonly slotId: string },
): Promise<Result<Desk, 'campaign-unknown' | 'slot-unknown' | 'forbidden' | 'campaign-not-collecting'>> => {
  const campaign = isUuid(place.campaignId) ? await findCampaign(context.db, place.campaignId) : null
  if (!campaign) return no('campaign-unknown')
  const slot = isUuid(place.slotId) ? await findSlot(context.db, campaign.id, place.slotId) : null
  if (!slot) return no('slot-unknown')
  const permitted = await permit(context, 'ballot.enter', slot.villagePath)
  if (!permitted.ok) return permitted
  if (campaign.state !== 'collecting') return no('campaign-not-collecting')
  return ok({ campaign, slot, questionnaire: (await frozenOf(context.db, campaign.id)).questionnaire })
}

/** Means that somebody else can enter for a household. */
export const assistedChannels = ['visit', 'meeting', 'paper'] as const satisfies readonly Channel[]

/** An invalid paper sheet: it was collected, and says nothing. */
const invalidSheet: Ballot = { answers: null, reasons: {}, otherOpinion: '' }

const readAssisted = (fields: BallotFields, desk: Desk, channel: Channel): BallotReading => {
  if (channel !== 'paper') return readBallotForm(fields, desk.questionnaire, 'resident')
  return fields.get('invalid') === 'yes'
    ? { ok: true, ballot: invalidSheet }
    : readBallotForm(fields, desk.questionnaire, 'paper')
}

/**
 * A collector enters a household's ballot on its behalf, or from paper; the same slot is consumed. The form's own random
 * `item` tells a form sent twice from a household met twice.
 */
export const enterBallot = async (
  context: Context,
  place: { readonly campaignId: string; readonly slotId: string },
  fields: BallotFields,
): Promise<Posted> => {
  const desk = await findDesk(context, place)
  if (!desk.ok) return refused(desk.error)
  const channel = assistedChannels.find(one => one === fields.get('channel'))
  if (!channel) return { kind: 'faulty', faults: [{ field: 'channel', code: 'answer-missing' }] }
  const reading = readAssisted(fields, desk.value, channel)
  if (!reading.ok) return { kind: 'faulty', faults: reading.faults }
  if (!context.person) return refused('forbidden')
  const itemId = fields.get('item')
  return toPosted(
    await takeAssisted(context, {
      ...{ campaign: desk.value.campaign, slot: desk.value.slot, channel },
      ballot: reading.ballot,
      collector: context.person.id,
      itemId: itemId !== null && isUuid(itemId) ? itemId : null,
    }),
  )
}
