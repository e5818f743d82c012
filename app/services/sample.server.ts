import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { plannedVillages } from '#app/campaign/plan.ts'
import { type DrawFault, drawSample, type ListFault } from '#app/household/sample.ts'
import { drawSizeOf, type SizeFault } from '#app/household/sample-plan.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { countHouseholdsByVillage, lockRegister } from '#db/queries/households.ts'
import { findPlanOf } from '#db/queries/plans.ts'
import { insertMembers } from '#db/queries/sample-households.ts'
import {
  deleteSample,
  findSampleOf,
  insertSample,
  type Seed,
  updateSampleDrawn,
} from '#db/queries/samples.ts'
import { type Change, type Context, sha256 } from './context.server.ts'
import { changePlan, type PlanRefusal } from './plan-edit.server.ts'
import type { SampleSizeForm, SeedForm } from './sample-form.server.ts'
import { drawnMembers, listForDraw, readFixed, villageSizes } from './sample-list.server.ts'

/** A seed of sixteen random bytes in hex, or the one that was told. */
export const seedOf = (context: Context, form: SeedForm): Seed =>
  form.source === 'public'
    ? form
    : { seed: Buffer.from(context.random(16)).toString('hex'), source: 'machine', told: null }

type ListRefusal =
  | PlanRefusal
  | ListFault
  | SizeFault
  | 'sample-names-alike'
  | 'sample-of-joint'
  | 'sample-there'

const fixLocked = async (
  context: Context,
  { tx, record }: Change,
  campaign: CampaignRow,
  form: SampleSizeForm,
): Promise<Result<CampaignId, ListRefusal>> => {
  if (campaign.jointId) return no('sample-of-joint')
  if (await findSampleOf(tx, campaign.id)) return no('sample-there')
  await lockRegister(tx, campaign.communeId)
  const { villageIds } = await findPlanOf(tx, campaign.id)
  const list = await listForDraw(tx, { communeIds: [campaign.communeId], villageIds, withCommune: false })
  if (!list.ok) return list
  const size = drawSizeOf(form, [...villageSizes(list.value).values()])
  if (!size.ok) return size
  await insertSample(tx, campaign.id, { ...size.value, list: list.value, listedAt: context.clock() })
  const { hash, households } = list.value
  record({ kind: 'sample.listed', hash, households, ...size.value }, { campaignId: campaign.id })
  return ok(campaign.id)
}

/**
 * Fixes the list of households from which a campaign in preparation draws, and how many: its hash stands before anybody
 * knows the seed.
 */
export const fixSampleList = (
  context: Context,
  campaignId: string,
  form: SampleSizeForm,
): Promise<Result<CampaignId, ListRefusal>> =>
  changePlan<CampaignId, ListRefusal>(context, campaignId, (gate, campaign) =>
    fixLocked(context, gate, campaign, form),
  )

type DrawRefusal = PlanRefusal | DrawFault | 'sample-missing' | 'sample-drawn'

const drawLocked = async (
  context: Context,
  { tx, record }: Change,
  campaign: CampaignRow,
  form: SeedForm,
): Promise<Result<CampaignId, DrawRefusal>> => {
  const sample = await findSampleOf(tx, campaign.id)
  if (!sample) return no('sample-missing')
  if (sample.seed) return no('sample-drawn')
  const seed = seedOf(context, form)
  const { size, least, list } = sample
  const draw = drawSample(readFixed(list), { seed: seed.seed, size, leastPerVillage: least }, sha256)
  if (!draw.ok) return draw
  await insertMembers(tx, campaign.id, drawnMembers(list, draw.value.villages))
  await updateSampleDrawn(tx, campaign.id, { ...seed, seed: draw.value.seed }, context.clock())
  const { hash } = list
  record(
    { kind: 'sample.drawn', hash, seed: draw.value.seed, source: seed.source, size },
    { campaignId: campaign.id },
  )
  return ok(campaign.id)
}

/** Draws the households of a fixed list by a seed; once, since a second seed could be chosen for what it brings. */
export const drawCampaignSample = (
  context: Context,
  campaignId: string,
  form: SeedForm,
): Promise<Result<CampaignId, DrawRefusal>> =>
  changePlan<CampaignId, DrawRefusal>(context, campaignId, (gate, campaign) =>
    drawLocked(context, gate, campaign, form),
  )

type DropRefusal = PlanRefusal | 'sample-missing' | 'sample-of-joint'

/** Gives list and draw up before opening, so that everybody is asked again; hash, seed and reason stay in the log. */
export const dropSample = (
  context: Context,
  campaignId: string,
  reason: string,
): Promise<Result<CampaignId, DropRefusal>> =>
  changePlan<CampaignId, DropRefusal>(context, campaignId, async ({ tx, record }, campaign) => {
    if (campaign.jointId) return no('sample-of-joint')
    const sample = await findSampleOf(tx, campaign.id)
    if (!sample) return no('sample-missing')
    await deleteSample(tx, campaign.id)
    const { hash } = sample.list
    record(
      { kind: 'sample.dropped', hash, seed: sample.seed?.seed ?? '', reason },
      { campaignId: campaign.id },
    )
    return ok(campaign.id)
  })

/** Whether the plan still asks the villages that were listed: another choice needs another list. */
export const listsSameVillages = async (
  { tx }: Pick<Change, 'tx'>,
  campaign: CampaignRow,
  listed: Iterable<string>,
): Promise<boolean> => {
  const { villageIds } = await findPlanOf(tx, campaign.id)
  const asked = plannedVillages(await countHouseholdsByVillage(tx, campaign.communeId), villageIds)
  const [now, then] = [
    new Set(asked.filter(one => one.households > 0).map(one => one.villageId)),
    new Set(listed),
  ]
  return now.size === then.size && [...now].every(id => then.has(id))
}
