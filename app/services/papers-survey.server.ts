import { dayOf } from '#app/basics/day.ts'
import type { Survey, Traces } from '#app/dossier/survey.ts'
import { findArea } from '#db/queries/areas.ts'
import { findAuditHead } from '#db/queries/audit.ts'
import { countLetters } from '#db/queries/letters.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { listVersions, listVillageTraces } from '#db/queries/versions.ts'
import type { Context } from './context.server.ts'
import { drawOf } from './papers-sample.server.ts'
import type { ClosedCampaign } from './results.server.ts'
import { wordingsOf } from './wordings.server.ts'

/** The name of the province above a place. */
export const provinceNameOf = async (context: Context, path: string): Promise<string> => {
  const province = await findArea(context.db, path.split('/')[0] ?? '')
  if (!province) throw new Error(`no province above ${path}`)
  return province.name
}

const tracesOf = async ({ db }: Context, { campaign }: ClosedCampaign): Promise<Traces> => {
  const names = new Map(
    (await listCampaignVillages(db, campaign.id)).map(village => [village.villageId, village.name]),
  )
  const head = await findAuditHead(db)
  if (!head) throw new Error('a closed campaign without a log')
  return {
    version: campaign.version,
    earlier: (await listVersions(db, campaign.id)).map(({ version, closedAt, reopenedAt, reason }) => ({
      ...{ version, reason },
      closedOn: dayOf(closedAt),
      reopenedOn: dayOf(reopenedAt),
    })),
    villages: (await listVillageTraces(db, campaign.id)).map(({ villageId, ...trace }) => ({
      ...trace,
      name: names.get(villageId) ?? '',
    })),
    auditHead: head,
    fingerprint: campaign.fingerprint,
  }
}

/** The words of the province above a place; nothing where it has none of its own. */
export const wordingOf = async ({ db }: Context, path: string): Promise<Pick<Survey, 'wording'>> => {
  const wording = await wordingsOf(db, path.split('/')[0] ?? '')
  return Object.keys(wording).length > 0 ? { wording } : {}
}

/** A closed campaign as its papers need it. */
export const surveyOf = async (context: Context, closed: ClosedCampaign): Promise<Survey> => {
  const { campaign } = closed
  const { openedAt, closedAt } = campaign
  if (!openedAt || !closedAt) throw new Error(`campaign ${campaign.id} is closed without its days`)
  const letters = await countLetters(context.db, campaign.id)
  return {
    ...closed,
    campaign: { ...campaign, openedOn: dayOf(openedAt), closedOn: dayOf(closedAt) },
    provinceName: await provinceNameOf(context, campaign.communePath),
    traces: await tracesOf(context, closed),
    letters: { received: letters.new + letters.read + letters.answered, answered: letters.answered },
    partOfJoint: campaign.jointId !== null,
    sample: await drawOf(context, campaign),
    ...(await wordingOf(context, campaign.communePath)),
    demonstration: context.demonstration,
  }
}
