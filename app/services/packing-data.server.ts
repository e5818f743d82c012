import type { Kysely } from 'kysely'
import { isToldByDay } from '#app/audit/group.ts'
import { dayOf } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { lineOf, writeLog } from '#app/dossier/pack-log.ts'
import type { EarlierVersion, PackData, SurveyFile } from '#app/dossier/pack-survey.ts'
import { usualPurpose, usualRequirements } from '#app/dossier/plan-wording.ts'
import { keptResultsSchema } from '#app/dossier/version.ts'
import type { Results } from '#app/verdict/compute.ts'
import { listAuditLinks } from '#db/queries/audit.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { findPlanOf, listTeams } from '#db/queries/plans.ts'
import { listVersions, listVillageTraces } from '#db/queries/versions.ts'
import type { Database } from '#db/schema.ts'
import { type Context, sha256 } from './context.server.ts'
import { closingDataOf } from './evidence.server.ts'
import { findPosted } from './papers-posting.server.ts'
import { surveyOf } from './papers-survey.server.ts'
import { campaignTimetable } from './plan-view.server.ts'
import { type ClosedCampaign, readClosed } from './results.server.ts'

/** What the database gives for a pack. */
export type Gathered = { readonly data: PackData; readonly results: Results; readonly log: string }

const versionsOf = async (context: Context, { id }: CampaignRow): Promise<readonly EarlierVersion[]> =>
  (await listVersions(context.db, id)).map(
    ({ version, closedAt, reopenedAt, reason, fingerprint, results }) => ({
      ...{ version, reason, fingerprint },
      closedOn: dayOf(closedAt),
      reopenedOn: dayOf(reopenedAt),
      results: keptResultsSchema.parse(results),
    }),
  )

const plannedOf = async (context: Context, closed: ClosedCampaign): Promise<SurveyFile['planned']> => {
  const { campaign, rules } = closed
  const plan = await findPlanOf(context.db, campaign.id)
  const today = dayOf(context.clock())
  const { startsOn, endsOn, used, limit, lastDay } = campaignTimetable({ campaign, rules, today })
  return {
    plan: {
      ...plan,
      villageIds: plan.villageIds === null ? null : [...plan.villageIds],
      methods: [...plan.methods],
      purpose: plan.purpose ?? usualPurpose(campaign),
      requirements: plan.requirements ?? usualRequirements,
    },
    teams: (await listTeams(context.db, campaign.id)).map(team => ({
      ...team,
      villageIds: [...team.villageIds],
    })),
    timetable: { startsOn, endsOn, used, limit, lastDay },
  }
}

const postedOf = async (context: Context, campaign: CampaignRow): Promise<SurveyFile['posted']> => {
  const posted = await findPosted(context, campaign)
  if (!posted) return null
  const { startsOn, lastDay, days, daysDocument, villages, atCommune, byLoudspeaker, contact, link } = posted
  return {
    startsOn,
    lastDay,
    days,
    daysDocument,
    villages: [...villages],
    atCommune,
    byLoudspeaker,
    contact,
    link,
  }
}

const surveyFileOf = async (context: Context, closed: ClosedCampaign): Promise<SurveyFile> => {
  const { campaign, provinceName, traces, letters, sample, wording, demonstration } = await surveyOf(
    context,
    closed,
  )
  const { id } = closed.campaign
  const { name, title, communeName, startsOn, endsOn, openedOn, closedOn } = campaign
  const roots = await listVillageTraces(context.db, id)
  return {
    campaign: { id, name, title, communeName, startsOn, endsOn, openedOn, closedOn },
    ...{ provinceName, version: traces.version, auditHead: { ...traces.auditHead } },
    receiptsRoots: Object.fromEntries(roots.map(({ villageId, receiptsRoot }) => [villageId, receiptsRoot])),
    fingerprint: traces.fingerprint,
    letters: { received: letters?.received ?? 0, answered: letters?.answered ?? 0 },
    partOfJoint: closed.campaign.jointId !== null,
    sample: sample ?? null,
    demonstration,
    wording: JSON.parse(JSON.stringify(wording ?? {})),
    planned: await plannedOf(context, closed),
    posted: await postedOf(context, closed.campaign),
  }
}

/** Links read at a time. */
const page = 1000

const logOf = async (db: Kysely<Database>, { id }: CampaignRow, head: number): Promise<string> => {
  const parts: string[] = []
  // What staff read by the day alone is not handed out with its instant.
  const reader = { campaignId: id, isHidden: isToldByDay }
  for (let after = 0; after < head; ) {
    const links = await listAuditLinks(db, { after, limit: Math.min(page, head - after) })
    const last = links.at(-1)
    if (!last) break
    parts.push(writeLog(links.map(link => lineOf(link, reader, sha256))))
    after = last.seq
  }
  return parts.join('')
}

/**
 * Gathers what a pack says of a counted campaign at one moment: data, papers' words and log are read from one snapshot, so
 * that the head of the log fits all of them.
 */
export const gatherPack = (
  context: Context,
  campaign: CampaignRow,
): Promise<Result<Gathered, 'counts-contradict'>> =>
  context.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async tx => {
      const within = { ...context, db: tx }
      const read = await readClosed(within, campaign)
      if (!read.ok) return read
      const closed = read.value
      const survey = await surveyFileOf(within, closed)
      const data = {
        ...(await closingDataOf(tx, campaign.id)),
        versions: await versionsOf(within, campaign),
        survey,
      }
      const log = await logOf(tx, campaign, survey.auditHead.seq)
      return ok({ data, results: closed.results, log })
    })
