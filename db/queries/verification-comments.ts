import type { Kysely, Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { CommentAbout, CommentMeasure, CommentPaper } from '#app/dossier/verification.ts'
import type { Database } from '../schema.ts'
import type { VersionOf } from './postings.ts'

/** A comment with who wrote it. */
export type CommentRow = {
  readonly id: string
  readonly version: number
  readonly about: CommentAbout
  readonly body: string
  readonly blocking: boolean
  readonly author: string
  readonly writtenAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly resolvedAt: Date | null
}

const comments = (db: Kysely<Database>, campaignId: CampaignId) =>
  db
    .selectFrom('verification_comment')
    .innerJoin('account', 'account.id', 'verification_comment.written_by')
    .where('campaign_id', '=', campaignId)
    .orderBy('written_at')
    .orderBy('verification_comment.id')
    .select([
      ...(['verification_comment.id', 'version', 'kind', 'village_id as villageId', 'content'] as const),
      ...(['measure', 'paper', 'body', 'blocking', 'answer', 'account.name as author'] as const),
      ...(['written_at as writtenAt', 'answered_at as answeredAt', 'resolved_at as resolvedAt'] as const),
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof comments>['execute']>>[number]

const aboutOf = ({ kind, villageId, content, measure, paper }: Raw): CommentAbout => {
  if (kind === 'paper') return { kind, paper: paper as CommentPaper }
  if (kind === 'figure') return { kind, measure: measure as CommentMeasure, villageId, content }
  return { kind: 'general' }
}

const toComment = (row: Raw): CommentRow => {
  const { id, version, body, blocking, author, writtenAt, answer, answeredAt, resolvedAt } = row
  const said = { id, version, body, blocking, author, writtenAt }
  return { ...said, about: aboutOf(row), answer, answeredAt, resolvedAt }
}

/** Comments on all versions of a campaign, the first one first. */
export const listComments = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly CommentRow[]> => (await comments(db, campaignId).execute()).map(toComment)

/** Keeps a comment. */
export const insertComment = async (
  tx: Transaction<Database>,
  of: VersionOf,
  made: Pick<CommentRow, 'id' | 'about' | 'body' | 'blocking' | 'writtenAt'> & { readonly accountId: string },
): Promise<void> => {
  const { about } = made
  const figure = about.kind === 'figure' ? about : null
  await tx
    .insertInto('verification_comment')
    .values({
      ...{ id: made.id, campaign_id: of.campaignId, version: of.version, kind: about.kind },
      ...{ village_id: figure?.villageId ?? null, content: figure?.content ?? null },
      ...{ measure: figure?.measure ?? null, paper: about.kind === 'paper' ? about.paper : null },
      ...{ body: made.body, blocking: made.blocking },
      ...{ written_by: made.accountId, written_at: made.writtenAt },
    })
    .execute()
}

type Mark = { readonly id: string; readonly accountId: string; readonly at: Date }

/** Answers a comment that has no answer yet; the version it is on, or null. */
export const updateCommentAnswer = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  { id, accountId, at, answer }: Mark & { readonly answer: string },
): Promise<number | null> => {
  const row = await tx
    .updateTable('verification_comment')
    .set({ answer, answered_by: accountId, answered_at: at })
    .where('campaign_id', '=', campaignId)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .returning('version')
    .executeTakeFirst()
  return row?.version ?? null
}

/** Marks a comment as resolved; the version it is on, or null. */
export const updateCommentResolved = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  { id, accountId, at }: Mark,
): Promise<number | null> => {
  const row = await tx
    .updateTable('verification_comment')
    .set({ resolved_by: accountId, resolved_at: at })
    .where('campaign_id', '=', campaignId)
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returning('version')
    .executeTakeFirst()
  return row?.version ?? null
}
