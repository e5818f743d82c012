import { dayOf } from '#app/basics/day.ts'
import { isUuid, type SlotId } from '#app/basics/ids.ts'
import type { Paged, Slice } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { sampleList } from '#app/household/sample.ts'
import { type Agreement, agreementOf, drawCallBack } from '#app/tally/signs-agreement.ts'
import {
  type AssistedSlot,
  type CallbackCounts,
  type CallbackDraw,
  type CallbackRow,
  countCallbacks,
  findCallbackRow,
  insertCallbackDraw,
  insertCallbacks,
  listAssistedSlots,
  listCallbackDraws,
  listCallbacks,
  updateCallback,
} from '#db/queries/callbacks.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import { findArchive } from '#db/queries/households-archive.ts'
import { listAccountNames } from '#db/queries/signs.ts'
import type { CallForm, DrawForm } from './callbacks-form.server.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change, sha256 } from './context.server.ts'
import { ballotIdOf } from './seal.server.ts'
import { readAttributions } from './signs-attribution.server.ts'

/** Fewest households reached of one collector before their agreement is shown. */
export const fewestReached = 10

/** What calls found, of everybody or of one collector's households. */
export type CallbackResult = Omit<CallbackCounts, 'accountId'> & { readonly agreement: Agreement }

export type CallbackDesk = {
  readonly campaign: CampaignRow
  readonly draws: readonly CallbackDraw[]
  readonly list: Paged<CallbackRow>
  readonly whole: CallbackResult
  /** Collectors of whose households ten or more were reached. */
  readonly collectors: readonly (CallbackResult & { readonly name: string })[]
  /** Whether more can be drawn now. */
  readonly drawable: boolean
}

type CallbackFault = 'campaign-unknown' | 'forbidden' | 'callback-unknown' | 'callback-own'

const nothing = { drawn: 0, asked: 0, reached: 0, agreed: 0, denied: 0, withReceipt: 0 }

const add = (a: typeof nothing, b: CallbackCounts): typeof nothing => ({
  drawn: a.drawn + b.drawn,
  asked: a.asked + b.asked,
  reached: a.reached + b.reached,
  agreed: a.agreed + b.agreed,
  denied: a.denied + b.denied,
  withReceipt: a.withReceipt + b.withReceipt,
})

const resultOf = (counts: typeof nothing): CallbackResult => ({ ...counts, agreement: agreementOf(counts) })

const byCollector = async (context: Context, counts: readonly CallbackCounts[]) => {
  const shown = counts.flatMap(({ accountId, ...one }) =>
    accountId !== null && one.reached >= fewestReached ? [{ accountId, ...one }] : [],
  )
  const names = await listAccountNames(
    context.db,
    shown.map(one => one.accountId),
  )
  return shown.map(({ accountId, ...one }) => ({ ...resultOf(one), name: names.get(accountId) ?? '' }))
}

/** Households can be drawn while they can be found: from opening until the names are cut. */
const isDrawable = async (db: Context['db'], { id, state }: CampaignRow): Promise<boolean> =>
  (state === 'collecting' || isCounted(state)) && (await findArchive(db, id)).namesCutAt === null

/** What call-back found so far: of everybody, and of each collector with enough households reached. */
const findResults = async (context: Context, campaign: CampaignRow) => {
  const counts = await countCallbacks(context.db, campaign.id)
  return { whole: resultOf(counts.reduce(add, nothing)), collectors: await byCollector(context, counts) }
}

/** What call-back found, for whoever reads signs: households as numbers, no list of them. */
export const findCallbackResults = async (
  context: Context,
  campaignId: string,
): Promise<Result<Pick<CallbackDesk, 'whole' | 'collectors'>, 'campaign-unknown' | 'forbidden'>> => {
  const permitted = await permitOnCommune(context, 'signs.read', campaignId)
  return permitted.ok ? ok(await findResults(context, permitted.value.campaign)) : permitted
}

/** The households to call back, the draws they come from, and what calls found. */
export const findCallbacks = async (
  context: Context,
  campaignId: string,
  slice: Slice,
): Promise<Result<CallbackDesk, 'campaign-unknown' | 'forbidden'>> => {
  const permitted = await permitOnCommune(context, 'callback.enter', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  return ok({
    campaign,
    draws: await listCallbackDraws(context.db, campaign.id),
    list: await listCallbacks(context.db, campaign.id, slice),
    ...(await findResults(context, campaign)),
    drawable: await isDrawable(context.db, campaign),
  })
}

/** Who brought the ballot of a slot, where the key still tells: of closed rounds and batches of paper it does not. */
const collectorsOf = async (
  context: Context,
  campaign: CampaignRow,
): Promise<(slotId: SlotId) => string | null> => {
  const key = context.keys.find(campaign.id)
  const collectors = new Map(
    (await readAttributions(context, campaign.id)).map(({ id, collector }) => [id, collector]),
  )
  return slotId => (key ? (collectors.get(ballotIdOf(key, slotId)) ?? null) : null)
}

export type DrawFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-step-not-now'
  | 'callback-none-left'
  | 'sample-seed'
  | 'sample-size'
  | 'sample-larger-than-list'

const drawFrom = (assisted: readonly AssistedSlot[], form: DrawForm) => {
  const listed = assisted.map(({ villageId, slotId }) => ({
    commune: null,
    village: villageId,
    household: slotId,
  }))
  const list = sampleList(listed, sha256)
  if (!list.ok) throw new Error(`slots make no list: ${list.error}`)
  return drawCallBack(list.value, form, sha256)
}

const saveDraw = async (
  context: Context,
  { tx, record }: Change,
  campaign: CampaignRow,
  form: DrawForm,
): Promise<Result<number, DrawFault>> => {
  if (!(await isDrawable(tx, campaign)) || !context.person) return no('campaign-step-not-now')
  const assisted = await listAssistedSlots(tx, campaign.id)
  if (assisted.length === 0) return no('callback-none-left')
  const drawn = drawFrom(assisted, form)
  if (!drawn.ok) return drawn
  const draw = (await listCallbackDraws(tx, campaign.id)).length + 1
  const { seed, hash: listHash, households: listed } = drawn.value
  const by = { drawnBy: context.person.id, drawnAt: context.clock() }
  await insertCallbackDraw(tx, campaign.id, { ...by, draw, seed, listHash, listed })
  const means = new Map(assisted.map(one => [one.slotId as string, one.channel]))
  const collectorOf = await collectorsOf({ ...context, db: tx }, campaign)
  const slots = drawn.value.villages.flatMap(village => village.drawn).map(slotId => slotId as SlotId)
  const rows = slots.flatMap(slotId => {
    const channel = means.get(slotId)
    return channel ? [{ slotId, channel, accountId: collectorOf(slotId) }] : []
  })
  await insertCallbacks(tx, { campaignId: campaign.id, draw }, rows)
  record(
    { kind: 'callback.drawn', draw, seed, listHash, households: rows.length },
    { campaignId: campaign.id },
  )
  return ok(rows.length)
}

/** Draws households to call back among those that took part with somebody's help, by a recorded seed; how many. */
export const drawCallbacks = async (
  context: Context,
  campaignId: string,
  form: DrawForm,
): Promise<Result<number, DrawFault>> => {
  const permitted = await permitOnCommune(context, 'callback.enter', campaignId)
  if (!permitted.ok) return permitted
  return change<number, DrawFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    return campaign ? saveDraw(context, gate, campaign, form) : no('campaign-unknown')
  })
}

type Place = { readonly campaignId: string; readonly slotId: string }

export type CallDesk = { readonly campaign: CampaignRow; readonly household: CallbackRow }

/** One household to be asked once more. Whoever brought its ballot is refused. */
export const findCallback = async (
  context: Context,
  { campaignId, slotId }: Place,
): Promise<Result<CallDesk, CallbackFault>> => {
  const permitted = await permitOnCommune(context, 'callback.enter', campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  const household = isUuid(slotId) ? await findCallbackRow(context.db, campaign.id, slotId) : null
  if (!household) return no('callback-unknown')
  return household.accountId === person.id ? no('callback-own') : ok({ campaign, household })
}

/** Notes what a household said of having been asked, in the place of what was noted before. */
export const enterCallback = async (
  context: Context,
  place: Place,
  form: CallForm,
): Promise<Result<SlotId, CallbackFault>> => {
  const desk = await findCallback(context, place)
  if (!desk.ok) return desk
  const { campaign, household } = desk.value
  return change(context, async ({ tx, record }) => {
    if (!context.person) return no('forbidden')
    const by = { calledBy: context.person.id, calledOn: dayOf(context.clock()) }
    await updateCallback(tx, household.slotId, { ...form, ...by })
    record(
      { kind: 'callback.entered', slot: household.slotId, outcome: form.outcome },
      { campaignId: campaign.id },
    )
    return ok(household.slotId)
  })
}
