import type { Kysely, Transaction } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import type { VerificationState } from '#app/dossier/verification.ts'
import type { Database } from '../schema.ts'
import type { VersionOf } from './postings.ts'

/** Verification of a version. */
export type VerificationRow = {
  readonly version: number
  readonly state: VerificationState
  readonly submittedAt: Date
  readonly noteId: string | null
}

/** Every verification of a campaign, the latest version first. */
export const listVerifications = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly VerificationRow[]> => {
  const rows = await db
    .selectFrom('verification')
    .where('campaign_id', '=', campaignId)
    .orderBy('version', 'desc')
    .select(['version', 'state', 'submitted_at as submittedAt', 'note_id as noteId'])
    .execute()
  return rows.map(row => ({ ...row, state: row.state as VerificationState }))
}

/** Begins verification of a version, or takes it up again after it was sent back. */
export const upsertVerification = async (
  tx: Transaction<Database>,
  of: VersionOf,
  submittedAt: Date,
): Promise<void> => {
  const values = { state: 'examining', submitted_at: submittedAt, note_id: null }
  await tx
    .insertInto('verification')
    .values({ campaign_id: of.campaignId, version: of.version, ...values })
    .onConflict(conflict => conflict.columns(['campaign_id', 'version']).doUpdateSet(values))
    .execute()
}

/** Moves verification of a version on. */
export const updateVerification = async (
  tx: Transaction<Database>,
  of: VersionOf,
  next: { readonly state: VerificationState; readonly noteId: string | null },
): Promise<void> => {
  await tx
    .updateTable('verification')
    .set({ state: next.state, note_id: next.noteId })
    .where('campaign_id', '=', of.campaignId)
    .where('version', '=', of.version)
    .execute()
}

/** Why a place was sent back; null where it is the whole. */
export type ReturnReason = {
  readonly villageId: string | null
  readonly content: string | null
  readonly reason: string
}

/** A dossier that was sent back. */
export type ReturnRow = {
  readonly id: string
  readonly version: number
  readonly summary: string
  readonly deadline: Day
  readonly returnedBy: string
  readonly returnedAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly reasons: readonly ReturnReason[]
}

/** Everything a campaign was sent back for, the last time first. */
export const listReturns = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly ReturnRow[]> => {
  const rows = await db
    .selectFrom('verification_return')
    .innerJoin('account', 'account.id', 'verification_return.returned_by')
    .where('campaign_id', '=', campaignId)
    .orderBy('returned_at', 'desc')
    .select([
      ...(['verification_return.id', 'version', 'summary', 'deadline', 'answer'] as const),
      ...(['account.name as returnedBy', 'returned_at as returnedAt', 'answered_at as answeredAt'] as const),
    ])
    .execute()
  const reasons = await db
    .selectFrom('verification_return_reason')
    .innerJoin('verification_return', 'verification_return.id', 'return_id')
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .select(['return_id as returnId', 'village_id as villageId', 'content', 'reason'])
    .execute()
  return rows.map(row => ({
    ...row,
    deadline: row.deadline as Day,
    reasons: reasons.filter(one => one.returnId === row.id).map(({ returnId: _, ...reason }) => reason),
  }))
}

type NewReturn = Pick<ReturnRow, 'id' | 'summary' | 'deadline' | 'returnedAt' | 'reasons'> & {
  readonly accountId: string
}

/** Keeps why a version is sent back. */
export const insertReturn = async (
  tx: Transaction<Database>,
  of: VersionOf,
  made: NewReturn,
): Promise<void> => {
  await tx
    .insertInto('verification_return')
    .values({
      ...{ id: made.id, campaign_id: of.campaignId, version: of.version, summary: made.summary },
      ...{ deadline: made.deadline, returned_by: made.accountId, returned_at: made.returnedAt },
    })
    .execute()
  if (made.reasons.length === 0) return
  await tx
    .insertInto('verification_return_reason')
    .values(
      made.reasons.map(({ villageId, content, reason }, i) => ({
        ...{ return_id: made.id, position: i + 1, village_id: villageId, content, reason },
      })),
    )
    .execute()
}

/** Writes the commune's answer to the last return of a version, once; its id, or null where none waits for one. */
export const updateReturnAnswer = async (
  tx: Transaction<Database>,
  of: VersionOf,
  made: { readonly answer: string; readonly accountId: string; readonly at: Date },
): Promise<string | null> => {
  const row = await tx
    .updateTable('verification_return')
    .set({ answer: made.answer, answered_by: made.accountId, answered_at: made.at })
    .where('campaign_id', '=', of.campaignId)
    .where('version', '=', of.version)
    .where('answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

const running = [
  'campaign.created',
  'campaign.opened',
  'campaign.closed',
  'campaign.posted',
  'campaign.submitted',
  'campaign.reopened',
  'plan.edited',
  'plan.issued',
  'sheet.entered',
  'posting.opinion-answered',
] as const

/** Whether the log names this person among those who ran the campaign. */
export const hasRunCampaign = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  accountId: string,
): Promise<boolean> => {
  const row = await db
    .selectFrom('audit_event')
    .where('campaign_id', '=', campaignId)
    .where('actor', '=', accountId)
    .where('kind', 'in', running)
    .select('seq')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
