import { type Term, termOf, vietnamCalendar } from '#app/basics/calendar.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { askedOf } from '#app/household/asked.ts'
import { type Outcome, readOutcome } from '#app/household/outcome.ts'
import { byHandOf } from '#app/tally/sheet.ts'
import type { Rules } from '#app/verdict/rules.ts'
import { countOpenBatches } from '#db/queries/batches.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { listOutcomes } from '#db/queries/outcomes.ts'
import { listSheets } from '#db/queries/sheets.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { countWaiting } from '#db/queries/unreadable.ts'
import { listVersions } from '#db/queries/versions.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { recordOutcomes } from './outcomes.server.ts'
import type { VillageFault } from './slots.server.ts'

/** What is still open in a village before closing. */
export type OpenVillage = {
  readonly villageId: string
  readonly name: string
  readonly households: number
  /** Households that can answer: all, or those drawn. */
  readonly asked: number
  readonly issued: number
  readonly collected: number
  /** Silent households with a reason, and without; both null where the village was counted by hand. */
  readonly explained: number | null
  readonly unexplained: number | null
  /** Ballots that wait to be mixed, which closing does, and ballots that could not be read. */
  readonly waiting: number
  readonly unreadable: number
}

export type ClosingDesk = {
  readonly campaign: CampaignRow
  readonly rules: Rules
  readonly today: Day
  /** The term of the rules if it were closed today; null where they set none. */
  readonly term: Term | null
  readonly limit: number | null
  readonly villages: readonly OpenVillage[]
  /** Batches of paper sheets that are still open: closing waits for them. */
  readonly openBatches: number
}

const listOpenVillages = async ({ db }: Context, { id }: CampaignRow): Promise<readonly OpenVillage[]> => {
  const outcomes = new Map((await listOutcomes(db, id)).map(row => [row.villageId, row.silent]))
  const sheets = new Map((await listSheets(db, id)).map(sheet => [sheet.villageId, sheet]))
  const waiting = await countWaiting(db, id)
  return (await listCampaignVillages(db, id)).map(village => {
    const { villageId, name, households, issued } = village
    const sheet = sheets.get(villageId)
    const silent = outcomes.get(villageId)
    const { none = 0, ...reasons } = silent ?? {}
    const explained = Object.values(reasons).reduce((sum, count) => sum + count, 0)
    const collected = village.collected + (sheet ? byHandOf(sheet) : 0)
    return {
      ...{ villageId, name, households, collected },
      asked: Math.max(askedOf(village), collected),
      issued: sheet?.issued ?? issued,
      explained: sheet ? null : explained,
      unexplained: sheet ? null : none,
      ...(waiting.get(villageId) ?? { waiting: 0, unreadable: 0 }),
    }
  })
}

/** Everything the page for closing shows: what is open by village, the term, the rules. */
export const findClosing = async (
  context: Context,
  campaignId: string,
): Promise<Result<ClosingDesk, 'campaign-unknown' | 'forbidden' | 'campaign-step-not-now'>> => {
  const permitted = await permitOnCommune(context, 'campaign.close', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (campaign.state !== 'collecting' || !campaign.openedAt) return no('campaign-step-not-now')
  const { rules } = await frozenOf(context.db, campaign.id)
  const today = dayOf(context.clock())
  const limit = rules.workingDays.value
  const reopenedAt = (await listVersions(context.db, campaign.id)).at(-1)?.reopenedAt
  const span = { from: dayOf(reopenedAt ?? campaign.openedAt), to: today }
  const term = limit === null ? null : termOf(span, { limit, calendar: vietnamCalendar })
  return ok({
    ...{ campaign, rules, today, term, limit },
    villages: await listOpenVillages(context, campaign),
    openBatches: await countOpenBatches(context.db, campaign.id),
  })
}

type Posted = { readonly get: (name: string) => string | null }

/** The reasons that a form gives by village: `ly-do.<village>`, or `ly-do` for every village without its own. */
const readReasons = (desk: ClosingDesk, posted: Posted): ReadonlyMap<string, Outcome> => {
  const forAll = readOutcome(posted.get('ly-do'))
  const chosen = desk.villages
    .filter(village => (village.unexplained ?? 0) > 0)
    .flatMap(({ villageId }) => {
      const outcome = readOutcome(posted.get(`ly-do.${villageId}`)) ?? forAll
      return outcome ? [[villageId, outcome] as const] : []
    })
  return new Map(chosen)
}

/** Gives silent households their reason, a village at a time; how many. */
export const explainVillages = async (
  context: Context,
  campaignId: string,
  posted: Posted,
): Promise<Result<number, VillageFault | 'campaign-step-not-now' | 'outcome-missing'>> => {
  const desk = await findClosing(context, campaignId)
  if (!desk.ok) return desk
  const reasons = readReasons(desk.value, posted)
  if (reasons.size === 0) return no('outcome-missing')
  let slots = 0
  for (const [villageId, outcome] of reasons) {
    const recorded = await recordOutcomes(context, { campaignId, villageId, outcome })
    if (!recorded.ok) return recorded
    slots += recorded.value
  }
  return ok(slots)
}
