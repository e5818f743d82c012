import { z } from 'zod'
import { liesWithin } from '#app/account/area.ts'
import type { Deed } from '#app/account/permission.ts'
import type { Person } from '#app/account/person.ts'
import { readDay } from '#app/basics/day.ts'
import { type CampaignId, isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { checkDays } from '#app/campaign/campaign.ts'
import { type Title, titles } from '#app/programme/titles.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { findArea } from '#db/queries/areas.ts'
import { type CampaignRow, findCampaign, insertCampaign, listCampaigns } from '#db/queries/campaigns.ts'
import { type Context, change, newId, permit, type System } from './context.server.ts'
import { findCurrentRules } from './rules.server.ts'

/** A campaign the person asking may do this deed on, with the person. */
export type Permitted = { readonly campaign: CampaignRow; readonly person: Person }

/**
 * Finds a campaign and asks permission on its commune. A collector's areas are villages inside it, so the deeds that
 * a village is enough for ask again at the village.
 */
export const permitOnCampaign = async (
  context: Context,
  deed: Deed,
  campaignId: string,
): Promise<Result<Permitted, 'campaign-unknown' | 'forbidden'>> => {
  const campaign = isUuid(campaignId) ? await findCampaign(context.db, campaignId) : null
  if (!campaign) return no('campaign-unknown')
  const village = context.person?.areas.find(area => liesWithin(area, campaign.communePath))
  const permitted = await permit(context, deed, village ?? campaign.communePath)
  return permitted.ok ? ok({ campaign, person: permitted.value }) : permitted
}

/** Like `permitOnCampaign`, for deeds that concern the whole commune: a village's collector is refused. */
export const permitOnCommune = async (
  context: Context,
  deed: Deed,
  campaignId: string,
): Promise<Result<Permitted, 'campaign-unknown' | 'forbidden'>> => {
  const campaign = isUuid(campaignId) ? await findCampaign(context.db, campaignId) : null
  if (!campaign) return no('campaign-unknown')
  const permitted = await permit(context, deed, campaign.communePath)
  return permitted.ok ? ok({ campaign, person: permitted.value }) : permitted
}

const day = (fault: 'first-day-unreadable' | 'last-day-unreadable') =>
  z.string().transform((raw, issue) => {
    const read = readDay(raw)
    if (read) return read
    issue.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })

/** Shape of the form that plans a campaign. */
export const campaignFormSchema = z.object({
  name: z.string().trim().normalize('NFC').min(1, 'name-missing').max(200, 'text-too-long'),
  title: z.enum(titles, 'title-missing'),
  communeId: z.string().regex(/^\d{5}$/, 'commune-missing'),
  startsOn: day('first-day-unreadable'),
  endsOn: day('last-day-unreadable'),
  questionnaireId: z.string().min(1, 'questionnaire-unknown'),
  rulesId: z.string().min(1, 'rules-unknown'),
})

export type CampaignForm = z.infer<typeof campaignFormSchema>

type PlanFault =
  | 'forbidden'
  | 'area-unknown'
  | 'days-reversed'
  | 'questionnaire-unknown'
  | 'rules-unknown'
  | 'rules-of-another-title'

const checkChoices = async (context: Context, form: CampaignForm): Promise<Result<null, PlanFault>> => {
  if (!findQuestionnaire(form.questionnaireId)) return no('questionnaire-unknown')
  const rules = await findCurrentRules(context.db, form.rulesId)
  if (!rules) return no('rules-unknown')
  if (rules.title !== form.title) return no('rules-of-another-title')
  return checkDays(form.startsOn, form.endsOn)
}

/** Plans a campaign in draft for one commune. */
export const createCampaign = async (
  context: Context,
  form: CampaignForm,
): Promise<Result<CampaignId, PlanFault>> => {
  const commune = await findArea(context.db, form.communeId)
  if (commune?.kind !== 'commune') return no('area-unknown')
  const permitted = await permit(context, 'campaign.create', commune.path)
  if (!permitted.ok) return permitted
  const choices = await checkChoices(context, form)
  if (!choices.ok) return choices
  const id = newId(context) as CampaignId
  return change(context, async ({ tx, record }) => {
    await insertCampaign(tx, { ...form, id, createdBy: permitted.value.id, createdAt: context.clock() })
    const { title, rulesId: rules, questionnaireId: questionnaire } = form
    record({ kind: 'campaign.created', title, rules, questionnaire }, { campaignId: id })
    return ok(id)
  })
}

/** Campaigns in the areas of the person asking. */
export const findCampaigns = async (context: Context): Promise<readonly CampaignRow[]> =>
  listCampaigns(context.db, context.person?.areas ?? [])

/** Titles a campaign of one commune can be for; those of a district or province ask several communes. */
export const communeTitles: readonly Title[] = [
  'commune-standard',
  'commune-advanced',
  'commune-model',
  'commune-modern',
]

/**
 * Why there is no key: it is destroyed at closing, so whoever was on the way meanwhile comes too late; only a campaign
 * that still collects misses it.
 */
export const keyFault = async (
  system: System,
  campaignId: CampaignId,
): Promise<'campaign-key-missing' | 'campaign-not-collecting'> =>
  (await findCampaign(system.db, campaignId))?.state === 'collecting'
    ? 'campaign-key-missing'
    : 'campaign-not-collecting'
