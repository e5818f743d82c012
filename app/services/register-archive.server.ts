import { type Day, dayOf } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import {
  type ArchivePeriod,
  archivePeriod,
  checkArchiveDay,
  usualArchiveDay,
} from '#app/household/archive.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import { lockRegister } from '#db/queries/households.ts'
import {
  type Archive,
  cutNames,
  deleteForgotten,
  findArchive,
  listArchiveDue,
  updateArchivedOn,
} from '#db/queries/households-archive.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Context, change, type System } from './context.server.ts'

/** The archive of a counted campaign: the day set or offered, and on what ground. */
export type ArchiveDesk = Archive & {
  readonly campaign: CampaignRow
  readonly usualDay: Day
  readonly period: ArchivePeriod
  readonly today: Day
}

type Refusal = 'campaign-unknown' | 'forbidden' | 'campaign-not-closed'

/** What the page that sets an archive date shows, for whoever closes campaigns. */
export const findArchiveDesk = async (
  context: Context,
  campaignId: string,
): Promise<Result<ArchiveDesk, Refusal>> => {
  const permitted = await permitOnCommune(context, 'campaign.close', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (!isCounted(campaign.state) || !campaign.closedAt) return no('campaign-not-closed')
  return ok({
    ...(await findArchive(context.db, campaign.id)),
    campaign,
    usualDay: usualArchiveDay(dayOf(campaign.closedAt)),
    period: archivePeriod,
    today: dayOf(context.clock()),
  })
}

type DateFault = Refusal | 'campaign-archived' | 'archive-day-past'

/** Sets, or moves, the day until which the names behind a counted campaign are kept. */
export const setArchiveDay = async (
  context: Context,
  campaignId: string,
  archivedOn: Day,
): Promise<Result<null, DateFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.close', campaignId)
  if (!permitted.ok) return permitted
  return change<null, DateFault>(context, async ({ tx, record }) => {
    const campaign = await lockCampaign(tx, campaignId)
    if (!campaign) return no('campaign-unknown')
    const { namesCutAt } = await findArchive(tx, campaign.id)
    const standing = { state: campaign.state, archived: namesCutAt !== null }
    const checked = checkArchiveDay(standing, { archivedOn, today: dayOf(context.clock()) })
    if (!checked.ok) return checked
    await updateArchivedOn(tx, campaign.id, archivedOn)
    record({ kind: 'campaign.archive-dated', on: archivedOn }, { campaignId: campaign.id })
    return ok(null)
  })
}

/** What a sweep did. */
export type Swept = { readonly campaigns: number; readonly slots: number; readonly households: number }

type Due = { readonly id: CampaignId; readonly communeId: string }

const sweepCampaign = async (context: Context, { id, communeId }: Due): Promise<Omit<Swept, 'campaigns'>> => {
  const swept = await change<Omit<Swept, 'campaigns'>, 'swept-already'>(context, async ({ tx, record }) => {
    await lockRegister(tx, communeId)
    const slots = await cutNames(tx, id, context.clock())
    if (slots === null) return no('swept-already')
    const households = await deleteForgotten(tx, communeId)
    record({ kind: 'campaign.names-cut', slots, households }, { campaignId: id })
    return ok({ slots, households })
  })
  return swept.ok ? swept.value : { slots: 0, households: 0 }
}

/**
 * Cuts the names behind every campaign whose archive date has passed, and forgets households of its commune that moved out
 * or were merged and that no campaign names any more. Runs at start and once a day; twice does nothing twice.
 */
export const sweepArchived = async (system: System): Promise<Swept> => {
  const context: Context = { ...system, person: null }
  const due = await listArchiveDue(system.db, dayOf(system.clock()))
  const swept: Omit<Swept, 'campaigns'>[] = []
  for (const campaign of due) swept.push(await sweepCampaign(context, campaign))
  return {
    campaigns: due.length,
    slots: swept.reduce((sum, one) => sum + one.slots, 0),
    households: swept.reduce((sum, one) => sum + one.households, 0),
  }
}

const dayInMilliseconds = 86_400_000

/** Sweeps once a day until the returned function is called; what fails is told and tried again the next day. */
export const sweepDaily = (system: System): (() => void) => {
  const timer = setInterval(() => {
    sweepArchived(system).catch(system.onTrouble)
  }, dayInMilliseconds)
  timer.unref()
  return () => clearInterval(timer)
}
