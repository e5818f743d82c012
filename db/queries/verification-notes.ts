import type { Kysely, Transaction } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'
import type { VersionOf } from './postings.ts'

/** A frozen note: the paper as JSON text, and its hash. */
export type NoteRow = {
  readonly id: string
  readonly version: number
  readonly paper: string
  readonly sha256: string
  readonly acceptedAt: Date
}

export type SignatureRow = {
  readonly accountId: string
  readonly name: string
  readonly role: string
  readonly signedAt: Date
}

/** Keeps a note for good. */
export const insertNote = async (
  tx: Transaction<Database>,
  of: VersionOf,
  note: Omit<NoteRow, 'version'> & { readonly accountId: string },
): Promise<void> => {
  await tx
    .insertInto('verification_note')
    .values({
      ...{ id: note.id, campaign_id: of.campaignId, version: of.version, paper: note.paper },
      ...{ sha256: note.sha256, accepted_by: note.accountId, accepted_at: note.acceptedAt },
    })
    .execute()
}

/** A note, or null. */
export const findNote = async (db: Kysely<Database>, id: string): Promise<NoteRow | null> =>
  (await db
    .selectFrom('verification_note')
    .where('id', '=', id)
    .select(['id', 'version', 'paper', 'sha256', 'accepted_at as acceptedAt'])
    .executeTakeFirst()) ?? null

/** Who signed a note, the first one first. */
export const listSignatures = async (
  db: Kysely<Database>,
  noteId: string,
): Promise<readonly SignatureRow[]> =>
  db
    .selectFrom('verification_signature')
    .where('note_id', '=', noteId)
    .orderBy('position')
    .select(['account_id as accountId', 'name', 'role', 'signed_at as signedAt'])
    .execute()

/** Keeps a signature of a note. */
export const insertSignature = async (
  tx: Transaction<Database>,
  made: SignatureRow & { readonly noteId: string; readonly position: number; readonly sha256: string },
): Promise<void> => {
  await tx
    .insertInto('verification_signature')
    .values({
      ...{ note_id: made.noteId, position: made.position, account_id: made.accountId, name: made.name },
      ...{ role: made.role, sha256: made.sha256, signed_at: made.signedAt },
    })
    .execute()
}

/** Versions of a campaign whose note carries both signatures, and when the second was set. */
export const listSignedVersions = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly { readonly version: number; readonly signedAt: Date }[]> =>
  db
    .selectFrom('verification')
    .innerJoin('verification_signature', 'verification_signature.note_id', 'verification.note_id')
    .where('verification.campaign_id', '=', campaignId)
    .where('verification.state', '=', 'signed')
    .where('verification_signature.position', '=', 2)
    .select(['verification.version', 'verification_signature.signed_at as signedAt'])
    .orderBy('verification.version')
    .execute()
