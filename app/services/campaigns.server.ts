import type { Kysely } from 'kysely'
import { hasEnded, liesWithin } from '#app/account/area.ts'
import { type Deed, mayEver } from '#app/account/permission.ts'
import type { Person } from '#app/account/person.ts'
import { dayOf } from '#app/basics/day.ts'
import { type CampaignId, isUuid } from '#app/basics/ids.ts'
import type { Paged, Slice } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { checkDays, type State, states } from '#app/campaign/campaign.ts'
import { searchKeyOf } from '#app/household/search.ts'
import type { Title } from '#app/programme/titles.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { findArea } from '#db/queries/areas.ts'
import { type CampaignRow, findCampaign, insertCampaign, listCampaigns } from '#db/queries/campaigns.ts'
import type { Database } from '#db/schema.ts'
import { type Context, change, newId, permit, type System } from './context.server.ts'
import type { CampaignForm } from './plan-form.server.ts'
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

/** Why what a campaign is about does not fit together. */
export type ChoiceFault =
  | 'days-reversed'
  | 'questionnaire-unknown'
  | 'rules-unknown'
  | 'rules-of-another-title'

type Choices = Omit<CampaignForm, 'communeId'>

/** Whether questionnaire and rules exist, the rules are the title's, and the days are in order. */
export const checkChoices = async (
  db: Kysely<Database>,
  form: Choices,
): Promise<Result<null, ChoiceFault>> => {
  if (!findQuestionnaire(form.questionnaireId)) return no('questionnaire-unknown')
  const rules = await findCurrentRules(db, form.rulesId)
  if (!rules) return no('rules-unknown')
  if (rules.title !== form.title) return no('rules-of-another-title')
  return checkDays(form.startsOn, form.endsOn)
}

/** Plans a campaign in draft for one commune. */
export const createCampaign = async (
  context: Context,
  form: CampaignForm,
): Promise<Result<CampaignId, 'forbidden' | 'area-unknown' | 'area-ended' | ChoiceFault>> => {
  const commune = await findArea(context.db, form.communeId)
  if (commune?.kind !== 'commune') return no('area-unknown')
  const permitted = await permit(context, 'campaign.create', commune.path)
  if (!permitted.ok) return permitted
  if (hasEnded(commune, dayOf(context.clock()))) return no('area-ended')
  const choices = await checkChoices(context.db, form)
  if (!choices.ok) return choices
  const id = newId(context) as CampaignId
  return change(context, async ({ tx, record }) => {
    await insertCampaign(tx, {
      ...{ ...form, id, createdBy: permitted.value.id, createdAt: context.clock() },
      searchKey: campaignKeyOf(form.name, commune.name),
    })
    const { title, rulesId: rules, questionnaireId: questionnaire } = form
    record({ kind: 'campaign.created', title, rules, questionnaire }, { campaignId: id })
    return ok(id)
  })
}

/** What a campaign is looked up by: its name and its commune's, without accents and capitals. */
export const campaignKeyOf = (name: string, communeName: string): string =>
  searchKeyOf(`${name} ${communeName}`)

/** What is asked of the list of campaigns. */
export type CampaignQuestion = {
  /** As typed: the beginnings of words of name or commune, accents and capitals aside. */
  readonly search: string
  /** Null for every state. */
  readonly state: State | null
  readonly slice: Slice
}

/** A page of the campaigns in the areas of the person asking, newest first. */
export const findCampaigns = async (
  context: Context,
  { search, state, slice }: CampaignQuestion,
): Promise<Paged<CampaignRow>> =>
  listCampaigns(
    context.db,
    {
      scope: context.person && mayEver(context.person, 'campaign.list') ? context.person.areas : [],
      states: state === null ? states : [state],
      words: searchKeyOf(search).split(' ').filter(Boolean),
    },
    slice,
  )

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
