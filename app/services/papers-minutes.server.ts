import { channels } from '#app/ballot/ballot.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { peopleOf } from '#app/campaign/plan.ts'
import { writeZip } from '#app/documents/zip-write.server.ts'
import { buildMinutes, type VillageCount } from '#app/dossier/minutes.ts'
import type { Paper } from '#app/dossier/paper.ts'
import { outcomes } from '#app/household/outcome.ts'
import { byHandOf } from '#app/tally/sheet.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { countEmptyBallots } from '#db/queries/minutes.ts'
import { listSigningDays } from '#db/queries/minutes-signings.ts'
import { listOutcomes } from '#db/queries/outcomes.ts'
import { listTeams } from '#db/queries/plans.ts'
import { listSheets } from '#db/queries/sheets.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { fileOfPaper, handOut, type PaperFile, type PaperFormat } from './paper-file.server.ts'
import type { PaperFault } from './papers.server.ts'
import { surveyOf } from './papers-survey.server.ts'
import { type ClosedCampaign, findResults } from './results.server.ts'

/** A village of the minutes with its id. */
type Counted = VillageCount & { readonly villageId: string }

const countVillages = async ({ db }: Context, closed: ClosedCampaign): Promise<readonly Counted[]> => {
  const { id } = closed.campaign
  const slots = new Map((await listOutcomes(db, id)).map(row => [row.villageId, row]))
  const sheets = new Map((await listSheets(db, id)).map(sheet => [sheet.villageId, sheet]))
  const empty = await countEmptyBallots(db, id)
  const teams = await listTeams(db, id)
  return (await listCampaignVillages(db, id)).map(({ villageId, name, drawn }) => {
    const sheet = sheets.get(villageId)
    const slot = slots.get(villageId)
    return {
      ...{ villageId, name, drawn },
      channels: channels.map(channel => ({ channel, households: slot?.answered[channel] ?? 0 })),
      byHand: sheet ? byHandOf(sheet) : 0,
      byHandInvalid: sheet?.invalid ?? 0,
      marked: empty.get(villageId) ?? 0,
      opinions: closed.opinions.filter(opinion => opinion.villageId === villageId),
      silent: outcomes.map(reason => ({ reason, households: slot?.silent[reason] ?? 0 })),
      team: teams.filter(team => team.villageIds.includes(villageId)).flatMap(peopleOf),
    }
  })
}

type MinutesFault = PaperFault | 'village-unknown'

/** The minutes of a village as data. */
export type VillageMinutes = { readonly villageId: string; readonly name: string; readonly paper: Paper }

type Minutes = { readonly campaign: CampaignRow; readonly minutes: readonly VillageMinutes[] }

const buildAsked = async (
  context: Context,
  campaignId: string,
  villageId: string | null,
): Promise<Result<Minutes, MinutesFault>> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  const closed = await findResults(context, campaignId)
  if (!closed.ok) return closed
  const survey = await surveyOf(context, closed.value)
  const villages = await countVillages(context, closed.value)
  const asked = villages.filter(village => villageId === null || village.villageId === villageId)
  if (asked.length === 0) return no('village-unknown')
  const minutes: VillageMinutes[] = []
  for (const village of asked) {
    const paper = buildMinutes(survey, village, dayOf(context.clock()))
    if (!paper.ok) return paper
    minutes.push({ villageId: village.villageId, name: village.name, paper: paper.value })
  }
  return ok({ campaign: closed.value.campaign, minutes })
}

type Place = { readonly campaignId: string; readonly villageId: string }

/** The count minutes of one village of a closed campaign as data, dated today. */
export const findVillageMinutes = async (
  context: Context,
  place: Place,
): Promise<Result<{ readonly campaign: CampaignRow } & VillageMinutes, MinutesFault>> => {
  const built = await buildAsked(context, place.campaignId, place.villageId)
  if (!built.ok) return built
  const { campaign, minutes } = built.value
  const [one] = minutes
  return one ? ok({ campaign, ...one }) : no('village-unknown')
}

const titleOf = ({ name }: VillageMinutes): string => `Biên bản kiểm phiếu - ${name}`

/** The count minutes of one village as a file; its hash goes into the log. */
export const makeMinutes = async (
  context: Context,
  place: Place,
  format: PaperFormat = 'office',
): Promise<Result<PaperFile, MinutesFault>> => {
  const found = await findVillageMinutes(context, place)
  if (!found.ok) return found
  const { campaign, ...minutes } = found.value
  const file = await fileOfPaper(titleOf(minutes), minutes.paper, format)
  return handOut(context, { campaignId: campaign.id, paper: 'minutes', file })
}

/** The minutes of all villages as one zip of Word files, numbered in the order of the list. */
export const makeAllMinutes = async (
  context: Context,
  campaignId: string,
): Promise<Result<PaperFile, MinutesFault>> => {
  const built = await buildAsked(context, campaignId, null)
  if (!built.ok) return built
  const { campaign, minutes } = built.value
  const files: { readonly name: string; readonly bytes: Buffer }[] = []
  for (const [i, one] of minutes.entries()) {
    const { name, bytes } = await fileOfPaper(titleOf(one), one.paper, 'office')
    files.push({ name: `${String(i + 1).padStart(2, '0')} ${name}`, bytes })
  }
  const name = `Biên bản kiểm phiếu - ${campaign.communeName}.zip`
  const file = { name, type: 'application/zip', bytes: writeZip(files) }
  return handOut(context, { campaignId: campaign.id, paper: 'minutes', file })
}

/** The villages of a closed campaign whose minutes can be made. */
export const findMinutes = async (
  context: Context,
  campaignId: string,
): Promise<
  Result<
    {
      readonly campaign: CampaignRow
      readonly villages: readonly {
        readonly villageId: string
        readonly name: string
        readonly collected: number
        readonly valid: number
        readonly invalid: number
        /** When its minutes of this version were signed; null while nobody recorded it. */
        readonly signedOn: Day | null
      }[]
    },
    MinutesFault
  >
> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  const closed = await findResults(context, campaignId)
  if (!closed.ok) return closed
  const { campaign, results } = closed.value
  const ids = await listCampaignVillages(context.db, campaign.id)
  const days = await listSigningDays(context.db, { campaignId: campaign.id, version: campaign.version })
  const villages = results.units.flatMap(({ name, collected, valid, invalid }, i) => {
    const villageId = ids[i]?.villageId
    if (!villageId) return []
    return [{ villageId, name, collected, valid, invalid, signedOn: days.get(villageId) ?? null }]
  })
  return ok({ campaign, villages })
}
