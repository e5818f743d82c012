import type { Kysely } from 'kysely'
import { dayOf } from '#app/basics/day.ts'
import { type CampaignId, isUuid } from '#app/basics/ids.ts'
import { type Pace, recent } from '#app/basics/pace.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { type LetterForm, takesLetters } from '#app/feedback/letter.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { type CampaignRow, findCampaign } from '#db/queries/campaigns.ts'
import { insertLetter } from '#db/queries/letters.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import type { Database } from '#db/schema.ts'
import { change, newId, type System } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'

/** A campaign's letterbox as somebody without a code finds it. */
export type Letterbox = {
  readonly campaign: CampaignRow
  readonly questionnaire: Questionnaire
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
}

export type LetterboxFault = 'letterbox-unknown' | 'letterbox-closed'

/** The letterbox of a campaign, where letters are taken. */
export const findLetterbox = async (
  system: System,
  campaignId: string,
): Promise<Result<Letterbox, LetterboxFault>> => {
  const campaign = isUuid(campaignId) ? await findCampaign(system.db, campaignId) : null
  if (!campaign || campaign.state === 'draft' || campaign.state === 'planned') return no('letterbox-unknown')
  if (!takesLetters(campaign.state)) return no('letterbox-closed')
  const { questionnaire } = await frozenOf(system.db, campaign.id)
  const villages = (await listCampaignVillages(system.db, campaign.id)).map(({ villageId, name }) => ({
    villageId,
    name,
  }))
  return ok({ campaign, questionnaire, villages })
}

/** Letters a campaign takes in a minute. By campaign and not by network address, which a whole village shares. */
const lettersAMinute = 20

const minute = 60_000

const pacesOf = new WeakMap<Kysely<Database>, Map<CampaignId, Pace>>()

/** Whether the campaign takes one more letter now; it then counts. */
const takesOneMore = (system: System, campaignId: CampaignId): boolean => {
  const paces = pacesOf.get(system.db) ?? new Map<CampaignId, Pace>()
  pacesOf.set(system.db, paces)
  const now = system.clock().getTime()
  const lately = recent(paces.get(campaignId) ?? [], now, minute)
  const takes = lately.length < lettersAMinute
  paces.set(campaignId, takes ? [...lately, now] : lately)
  return takes
}

export type LetterFault = LetterboxFault | 'village-unknown' | 'content-unknown' | 'letterbox-busy'

/** Puts a letter into the box: with its day and nothing of whoever wrote it. It is counted in no rate. */
export const sendLetter = async (
  system: System,
  campaignId: string,
  form: LetterForm,
): Promise<Result<null, LetterFault>> => {
  const box = await findLetterbox(system, campaignId)
  if (!box.ok) return box
  const { campaign, questionnaire, villages } = box.value
  if (form.villageId !== null && !villages.some(one => one.villageId === form.villageId))
    return no('village-unknown')
  if (form.content !== null && !contentKeys(questionnaire).includes(form.content))
    return no('content-unknown')
  if (!takesOneMore(system, campaign.id)) return no('letterbox-busy')
  return change<null, LetterFault>({ ...system, person: null }, async ({ tx, record }) => {
    const letter = { id: newId(system), receivedOn: dayOf(system.clock()) }
    await insertLetter(tx, campaign.id, { ...form, ...letter })
    record({ kind: 'letter.received' }, { campaignId: campaign.id, actor: { kind: 'resident' } })
    return ok(null)
  })
}
