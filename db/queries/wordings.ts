import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'

/** A version of the words of one paper as JSON, with who entered it and when. */
export type WordingRow = {
  readonly paper: string
  readonly version: number
  readonly words: unknown
  readonly createdBy: string
  readonly createdAt: Date
}

/** Every version of a province's words, the newest of each paper first. */
export const listWordings = (db: Kysely<Database>, provinceId: string): Promise<readonly WordingRow[]> =>
  db
    .selectFrom('paper_wording')
    .innerJoin('account', 'account.id', 'paper_wording.created_by')
    .where('area_id', '=', provinceId)
    .select([
      'paper',
      'version',
      'words',
      'account.name as createdBy',
      'paper_wording.created_at as createdAt',
    ])
    .orderBy('paper')
    .orderBy('version', 'desc')
    .execute()

/** Adds a version; false when somebody else added that version meanwhile. */
export const insertWording = async (
  db: Kysely<Database>,
  row: {
    readonly provinceId: string
    readonly paper: string
    readonly version: number
    readonly words: object
    readonly createdBy: string
    readonly createdAt: Date
  },
): Promise<boolean> => {
  const added = await db
    .insertInto('paper_wording')
    .values({
      area_id: row.provinceId,
      paper: row.paper,
      version: row.version,
      words: JSON.stringify(row.words),
      created_by: row.createdBy,
      created_at: row.createdAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return added !== undefined
}
