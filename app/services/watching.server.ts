import { liesWithin } from '#app/account/area.ts'
import { type Deed, may } from '#app/account/permission.ts'
import { dayOf } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
import { plannedVillages } from '#app/campaign/plan.ts'
import { askedOf } from '#app/household/asked.ts'
import type { AreaCounts } from '#app/tally/counts.ts'
import { byHandOf } from '#app/tally/sheet.ts'
import { stillOpen, withinReach } from '#app/verdict/remaining.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { countHouseholdsByVillage } from '#db/queries/households.ts'
import { listTurnout } from '#db/queries/participations.ts'
import { findPlanOf } from '#db/queries/plans.ts'
import { listSheets, type SheetRow } from '#db/queries/sheets.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { permitOnCampaign } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { computeCampaign, countsOf } from './counts.server.ts'
import { frozenOf } from './frozen.server.ts'
import type { Turnout } from './results.server.ts'

/** A village while collecting or after: households and ballots, those of its sheet among them. */
export type VillageProgress = Pick<
  VillageRow,
  'villageId' | 'name' | 'path' | 'households' | 'issued' | 'collected'
> & {
  /** Households that can answer: all, or those drawn. */
  readonly asked: number
  /** Sheets counted by hand among the collected; null where the village has no sheet. */
  readonly byHand: number | null
  /** Households that can still, with others, change the verdict; null unless collecting and the whole commune is in sight. */
  readonly canChange: number | null
}

/** How participation stands: no answers, and nothing that tells one household from another. */
export type Progress = {
  readonly campaign: CampaignRow
  readonly today: string
  /** The villages in sight: a collector's own. */
  readonly villages: readonly VillageProgress[]
  readonly total: Pick<AreaCounts, 'households' | 'issued' | 'collected'> & { readonly asked: number }
  /** Whether the whole commune is in sight. */
  readonly whole: boolean
  /** Households of the whole commune by means and day; empty for whoever sees villages only. */
  readonly turnout: Turnout
  /** What the person asking may do here: screens show just these buttons. */
  readonly deeds: readonly Deed[]
}

const offered: readonly Deed[] = [
  'plan.edit',
  'register.import',
  'campaign.open',
  'campaign.cancel',
  'code.print',
  'ballot.enter',
  'sheet.enter',
  'campaign.close',
  'campaign.reopen',
  'posting.edit',
  'results.read',
  'paper.download',
]

const draftVillages = async (
  context: Context,
  campaign: CampaignRow,
): Promise<readonly VillageProgress[]> => {
  const { villageIds } = await findPlanOf(context.db, campaign.id)
  const all = await countHouseholdsByVillage(context.db, campaign.communeId)
  return plannedVillages(all, villageIds).map(({ villageId, name, households }) => ({
    ...{ villageId, name, households, asked: households },
    path: `${campaign.communePath}/${villageId}`,
    issued: 0,
    collected: 0,
    byHand: null,
    canChange: null,
  }))
}

/** The sheet states what was handed out in the whole village, and adds what was counted by hand to what came in one by one. */
const villageWithSheet = (village: VillageRow, sheet: SheetRow | undefined): VillageProgress => {
  const { villageId, name, path, households, issued, collected } = village
  const byHand = sheet ? byHandOf(sheet) : null
  const all = collected + (byHand ?? 0)
  return {
    ...{ villageId, name, path, households, byHand },
    asked: Math.max(askedOf(village), all),
    issued: sheet?.issued ?? issued,
    collected: all,
    canChange: null,
  }
}

const openedVillages = async (
  context: Context,
  campaign: CampaignRow,
): Promise<readonly VillageProgress[]> => {
  const villages = await listCampaignVillages(context.db, campaign.id)
  const sheets = await listSheets(context.db, campaign.id)
  return villages.map(village =>
    villageWithSheet(
      village,
      sheets.find(sheet => sheet.villageId === village.villageId),
    ),
  )
}

/**
 * How many households of each village can still change the verdict. How few would be enough stays unsaid: from that
 * figure, followed ballot by ballot, each answer could be read.
 */
const withOpen = async (
  context: Context,
  campaign: CampaignRow,
  villages: readonly VillageProgress[],
): Promise<readonly VillageProgress[]> => {
  const frozen = await frozenOf(context.db, campaign.id)
  const { units } = await countsOf(context, campaign, frozen.questionnaire.contents.length)
  const results = computeCampaign(frozen, units)
  if (results.kind === 'inconsistent' || results.checks.length === 0) return villages
  const asked = new Map(villages.map(village => [village.name, village.asked]))
  const open = stillOpen({ ...results, units: withinReach(results.units, asked) })
  const remaining = new Map(open.units.map(unit => [unit.name, unit.canChange]))
  return villages.map(village => {
    const silent = village.asked - village.collected
    return { ...village, canChange: Math.min(silent, remaining.get(village.name) ?? 0) }
  })
}

const villagesOf = async (
  context: Context,
  campaign: CampaignRow,
  whole: boolean,
): Promise<readonly VillageProgress[]> => {
  if (isBeforeOpening(campaign.state)) return draftVillages(context, campaign)
  const villages = await openedVillages(context, campaign)
  return whole && campaign.state === 'collecting' ? withOpen(context, campaign, villages) : villages
}

const totalOf = (villages: readonly VillageProgress[]): Progress['total'] => {
  const sum = (key: 'households' | 'asked' | 'issued' | 'collected') =>
    villages.reduce((total, village) => total + village[key], 0)
  return {
    households: sum('households'),
    asked: sum('asked'),
    issued: sum('issued'),
    collected: sum('collected'),
  }
}

/** A campaign as those who run or watch it see it; a village's collector sees its own villages. */
export const findProgress = async (
  context: Context,
  campaignId: string,
): Promise<Result<Progress, 'campaign-unknown' | 'forbidden'>> => {
  const permitted = await permitOnCampaign(context, 'campaign.watch', campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  const whole = person.areas.some(area => liesWithin(campaign.communePath, area))
  const all = await villagesOf(context, campaign, whole)
  const villages = all.filter(village => person.areas.some(area => liesWithin(village.path, area)))
  const place = villages[0]?.path ?? campaign.communePath
  return ok({
    campaign,
    today: dayOf(context.clock()),
    villages,
    total: totalOf(villages),
    whole,
    turnout: whole ? await listTurnout(context.db, campaign.id) : [],
    deeds: offered.filter(deed =>
      may(person, deed, deed === 'ballot.enter' || deed === 'sheet.enter' ? place : campaign.communePath),
    ),
  })
}
