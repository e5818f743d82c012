import { type Deed, may } from '#app/account/permission.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
import { plannedVillages } from '#app/campaign/plan.ts'
import { drawCommand } from '#app/household/sample-plan.ts'
import type { Rules } from '#app/verdict/rules.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { countHouseholdsByVillage } from '#db/queries/households.ts'
import { findJoint, type JointRow } from '#db/queries/joints.ts'
import { findPlanOf } from '#db/queries/plans.ts'
import {
  listMembers,
  listSampledVillages,
  type MemberRow,
  type SampledVillage,
} from '#db/queries/sample-households.ts'
import { findSampleOf, type SampleRow, type Seed } from '#db/queries/samples.ts'
import { type Permitted, permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { findPlan } from './plan.server.ts'
import { villageSizes } from './sample-list.server.ts'

/** The names under which the published lists are downloaded, as the drawing command is told them. */
export const listFileName = 'danh-sach-rut.csv'

/** What anybody needs to draw again. */
export type PublishedDraw = {
  readonly hash: string
  readonly households: number
  readonly seed: Seed | null
  /** Null until the seed is there. */
  readonly command: string | null
}

/** Who is asked in a campaign, as its page says it. */
export type SampleView = {
  readonly campaign: CampaignRow
  readonly deeds: readonly Deed[]
  /** Whether who is asked may still be changed. */
  readonly open: boolean
  /** The draw of this campaign; null where everybody is asked, or the draw is its joint campaign's. */
  readonly sample: (PublishedDraw & Pick<SampleRow, 'size' | 'least' | 'listedAt' | 'drawnAt'>) | null
  readonly joint: (PublishedDraw & Pick<JointRow, 'id' | 'name' | 'stages'>) | null
  readonly villages: readonly SampledVillage[]
  /** Households of the asked villages as the register has them now, and of the smallest village. */
  readonly register: { readonly households: number; readonly villages: number; readonly smallest: number }
  /** The least coverage the rules ask for. */
  readonly coverage: Rules['minimumCoverage']
}

const publishedSample = (sample: SampleRow): NonNullable<SampleView['sample']> => {
  const { list, size, least, listedAt, drawnAt, seed } = sample
  const command = seed && drawCommand({ file: listFileName, seed: seed.seed, by: { size, least } })
  return { hash: list.hash, households: list.households, seed, command, size, least, listedAt, drawnAt }
}

/** The draw of a campaign of several communes, as anybody repeats it. */
export const publishedJoint = ({ listHash, listHouseholds, seed, stages }: JointRow): PublishedDraw => ({
  hash: listHash,
  households: listHouseholds,
  seed,
  command: seed && stages && drawCommand({ file: listFileName, seed: seed.seed, by: stages }),
})

/** Villages of a list that is fixed and not drawn yet. */
const listedVillages = async (
  context: Context,
  campaign: CampaignRow,
  sample: SampleRow,
): Promise<readonly SampledVillage[]> => {
  const sizes = villageSizes(sample.list)
  const all = await countHouseholdsByVillage(context.db, campaign.communeId)
  return all.flatMap(({ villageId, name }) => {
    const households = sizes.get(villageId)
    if (households === undefined) return []
    return [{ villageId, name, households, drawn: 0, reserve: households, replaced: 0, gone: 0 }]
  })
}

const registerOf = async (context: Context, campaign: CampaignRow): Promise<SampleView['register']> => {
  const { villageIds } = await findPlanOf(context.db, campaign.id)
  const all = plannedVillages(await countHouseholdsByVillage(context.db, campaign.communeId), villageIds)
  const sizes = all.map(({ households }) => households).filter(households => households > 0)
  const households = sizes.reduce((sum, size) => sum + size, 0)
  return { households, villages: sizes.length, smallest: sizes.length === 0 ? 0 : Math.min(...sizes) }
}

export type SampleViewFault = 'campaign-unknown' | 'forbidden' | 'questionnaire-unknown' | 'rules-unknown'

const viewOf = async (
  context: Context,
  { campaign, person }: Permitted,
): Promise<Result<SampleView, SampleViewFault>> => {
  const plan = await findPlan(context, campaign.id)
  if (!plan.ok) return plan
  const sample = await findSampleOf(context.db, campaign.id)
  const joint = campaign.jointId ? await findJoint(context.db, campaign.jointId) : null
  const drawn = await listSampledVillages(context.db, campaign.id)
  return ok({
    campaign,
    deeds: may(person, 'plan.edit', campaign.communePath) ? ['plan.edit'] : [],
    open: isBeforeOpening(campaign.state),
    sample: sample && publishedSample(sample),
    joint: joint && { ...publishedJoint(joint), id: joint.id, name: joint.name, stages: joint.stages },
    villages: drawn.length === 0 && sample ? await listedVillages(context, campaign, sample) : drawn,
    register: await registerOf(context, campaign),
    coverage: plan.value.rules.minimumCoverage,
  })
}

/** Who is asked in a campaign: everybody, or whom a draw chose; with all that repeats the draw. */
export const findSampleView = async (
  context: Context,
  campaignId: string,
): Promise<Result<SampleView, SampleViewFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.watch', campaignId)
  return permitted.ok ? viewOf(context, permitted.value) : permitted
}

/** Like `findSampleView`, for the page that changes who is asked: only for who may, and only until opening. */
export const findSampleDesk = async (
  context: Context,
  campaignId: string,
): Promise<Result<SampleView, SampleViewFault | 'campaign-step-not-now'>> => {
  const permitted = await permitOnCommune(context, 'plan.edit', campaignId)
  if (!permitted.ok) return permitted
  if (!isBeforeOpening(permitted.value.campaign.state)) return no('campaign-step-not-now')
  return viewOf(context, permitted.value)
}

/** A drawn village with its households in the order of their lots. */
export type SampledVillageView = {
  readonly campaign: CampaignRow
  readonly village: SampledVillage
  readonly members: readonly MemberRow[]
  /** Whether households may be replaced now by the person asking. */
  readonly mayReplace: boolean
}

/** One drawn village, for whoever may read names of the register. */
export const findSampledVillage = async (
  context: Context,
  at: { readonly campaignId: string; readonly villageId: string },
): Promise<Result<SampledVillageView, 'campaign-unknown' | 'forbidden' | 'village-unknown'>> => {
  const permitted = await permitOnCommune(context, 'plan.edit', at.campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const villages = await listSampledVillages(context.db, campaign.id)
  const village = villages.find(({ villageId }) => villageId === at.villageId)
  if (!village) return no('village-unknown')
  const members = await listMembers(context.db, campaign.id, village.villageId)
  const mayReplace = isBeforeOpening(campaign.state) || campaign.state === 'collecting'
  return ok({ campaign, village, members, mayReplace })
}

/** The villages of a campaign in preparation that the person asking may open, with how many of each are drawn; null where everybody is asked. */
export const findDrawnNow = async (
  context: Context,
  campaignId: string,
): Promise<readonly SampledVillage[] | null> => {
  const permitted = await permitOnCommune(context, 'campaign.open', campaignId)
  if (!permitted.ok) return null
  const villages = await listSampledVillages(context.db, permitted.value.campaign.id)
  return villages.length === 0 ? null : villages
}
