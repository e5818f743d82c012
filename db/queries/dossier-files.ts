import { type Kysely, sql, type Transaction } from 'kysely'
import type { FileKind } from '#app/dossier/uploaded-file.ts'
import type { Database } from '../schema.ts'

export type FileState = 'current' | 'replaced' | 'deleted'

/** A file of a dossier without its bytes. */
export type DossierFileRow = {
  readonly id: string
  readonly paperId: string
  /** Counted from 1 in its paper. */
  readonly number: number
  readonly name: string
  readonly kind: FileKind
  readonly size: number
  readonly sha256: string
  readonly state: FileState
  /** The file in whose place it came. */
  readonly replaces: string | null
  readonly sentBy: string
  readonly sentAt: Date
  readonly endedAt: Date | null
  /** Why it was deleted. */
  readonly reason: string | null
}

const files = (db: Kysely<Database>) =>
  db
    .selectFrom('dossier_file')
    .innerJoin('dossier_paper', 'dossier_paper.id', 'dossier_file.paper_id')
    .innerJoin('account', 'account.id', 'dossier_file.sent_by')
    .select([
      'dossier_file.id',
      'dossier_file.paper_id as paperId',
      'dossier_file.number',
      'dossier_file.name',
      'dossier_file.kind',
      'dossier_file.size',
      'dossier_file.sha256',
      'dossier_file.state',
      'dossier_file.replaces',
      'account.name as sentBy',
      'dossier_file.sent_at as sentAt',
      'dossier_file.ended_at as endedAt',
      'dossier_file.reason',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number]

const toFile = (row: Raw): DossierFileRow => ({
  ...row,
  kind: row.kind as FileKind,
  state: row.state as FileState,
})

/** All files of a dossier, paper by paper, in the order in which they came. */
export const listDossierFiles = async (
  db: Kysely<Database>,
  dossierId: string,
): Promise<readonly DossierFileRow[]> => {
  const rows = await files(db)
    .where('dossier_paper.dossier_id', '=', dossierId)
    .orderBy('dossier_paper.position')
    .orderBy('dossier_file.number')
    .execute()
  return rows.map(toFile)
}

/** A file of a dossier, or null. */
export const findDossierFile = async (
  db: Kysely<Database>,
  { dossierId, fileId }: { readonly dossierId: string; readonly fileId: string },
): Promise<DossierFileRow | null> => {
  const row = await files(db)
    .where('dossier_paper.dossier_id', '=', dossierId)
    .where('dossier_file.id', '=', fileId)
    .executeTakeFirst()
  return row ? toFile(row) : null
}

/** The bytes of a file; null once it was deleted. */
export const findFileBytes = async (db: Kysely<Database>, id: string): Promise<Buffer | null> => {
  const row = await db.selectFrom('dossier_file').select('bytes').where('id', '=', id).executeTakeFirst()
  return row?.bytes ?? null
}

/** Some of a file's bytes, `from` counted from 0; null once it was deleted. */
export const findFilePiece = async (
  db: Kysely<Database>,
  { id, from, length }: { readonly id: string; readonly from: number; readonly length: number },
): Promise<Buffer | null> => {
  const row = await db
    .selectFrom('dossier_file')
    .select(sql<Buffer | null>`substring(bytes from ${from + 1}::integer for ${length}::integer)`.as('piece'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.piece ?? null
}

/** How many files a dossier ever took. */
export const countDossierFiles = async (db: Kysely<Database>, dossierId: string): Promise<number> => {
  const { files: count } = await db
    .selectFrom('dossier_file')
    .innerJoin('dossier_paper', 'dossier_paper.id', 'dossier_file.paper_id')
    .where('dossier_paper.dossier_id', '=', dossierId)
    .select(eb => eb.fn.countAll<number>().as('files'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type NewFile = {
  readonly id: string
  readonly paperId: string
  readonly name: string
  readonly kind: FileKind
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly replaces: string | null
  readonly sentBy: string
  readonly sentAt: Date
}

/** Adds a file to a paper under its next number; the dossier is locked. */
export const insertDossierFile = async (tx: Transaction<Database>, file: NewFile): Promise<void> => {
  await tx
    .insertInto('dossier_file')
    .values({
      id: file.id,
      paper_id: file.paperId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from dossier_file where paper_id = ${file.paperId})`,
      name: file.name,
      kind: file.kind,
      size: file.bytes.byteLength,
      sha256: file.sha256,
      bytes: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength),
      replaces: file.replaces,
      sent_by: file.sentBy,
      sent_at: file.sentAt,
    })
    .execute()
}

/** A file whose place another took: it stays to be read. */
export const updateFileReplaced = async (
  tx: Transaction<Database>,
  id: string,
  endedAt: Date,
): Promise<void> => {
  await tx
    .updateTable('dossier_file')
    .set({ state: 'replaced', ended_at: endedAt })
    .where('id', '=', id)
    .execute()
}

/** A file whose bytes go; its name, its hash and why stay. */
export const updateFileDeleted = async (
  tx: Transaction<Database>,
  id: string,
  { endedAt, reason }: { readonly endedAt: Date; readonly reason: string },
): Promise<void> => {
  await tx
    .updateTable('dossier_file')
    .set({ state: 'deleted', ended_at: endedAt, reason, bytes: null })
    .where('id', '=', id)
    .execute()
}
