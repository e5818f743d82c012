import type { Kysely } from 'kysely'
import type { Database } from '../schema.ts'

/** A version of rules as JSON, with who entered it and when. */
export type RulesVersionRow = {
  readonly rulesId: string
  readonly version: number
  readonly rules: unknown
  readonly createdBy: string
  readonly createdAt: Date
}

/** Entered versions, oldest first; of one id where given. */
export const listRulesVersions = async (
  db: Kysely<Database>,
  rulesId?: string,
): Promise<readonly RulesVersionRow[]> => {
  let query = db
    .selectFrom('rules_version')
    .innerJoin('account', 'account.id', 'rules_version.created_by')
    .select([
      'rules_id as rulesId',
      'version',
      'rules',
      'account.name as createdBy',
      'rules_version.created_at as createdAt',
    ])
  if (rulesId !== undefined) query = query.where('rules_id', '=', rulesId)
  return query.orderBy('rules_id').orderBy('version').execute()
}

/** Adds a version; false when somebody else added that version meanwhile. */
export const insertRulesVersion = async (
  db: Kysely<Database>,
  row: {
    readonly rulesId: string
    readonly version: number
    readonly rules: object
    readonly createdBy: string
    readonly createdAt: Date
  },
): Promise<boolean> => {
  const added = await db
    .insertInto('rules_version')
    .values({
      rules_id: row.rulesId,
      version: row.version,
      rules: JSON.stringify(row.rules),
      created_by: row.createdBy,
      created_at: row.createdAt,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return added !== undefined
}
