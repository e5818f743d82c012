import { type Kysely, sql, type Transaction } from 'kysely'
import type { HouseholdId } from '#app/basics/ids.ts'
import { numberKeyOf, searchKeyOf } from '#app/household/search.ts'
import type { Database } from '../schema.ts'

export type NewHousehold = {
  readonly id: string
  readonly villageId: string
  readonly number: string | null
  readonly name: string
}

/** Adds households that the register does not list yet (same village, name and number); how many were new. */
export const insertHouseholds = async (
  db: Kysely<Database>,
  households: readonly NewHousehold[],
  createdAt: Date,
): Promise<number> => {
  if (households.length === 0) return 0
  const { rows } = await sql`
    insert into household (id, village_id, number, name, search_key, number_key, created_at)
    select id, village_id, number, name, search_key, number_key, ${createdAt}
    from unnest(
      ${households.map(household => household.id)}::uuid[], ${households.map(household => household.villageId)}::text[],
      ${households.map(household => household.number)}::text[], ${households.map(household => household.name)}::text[],
      ${households.map(household => searchKeyOf(household.name))}::text[],
      ${households.map(household => numberKeyOf(household.number))}::text[]
    ) as listed (id, village_id, number, name, search_key, number_key)
    on conflict (village_id, name, coalesce(number, '')) do nothing
    returning id`.execute(db)
  return rows.length
}

/** Holds the register of a commune against every other change until the transaction ends. */
export const lockRegister = async (tx: Transaction<Database>, communeId: string): Promise<void> => {
  await tx.selectFrom('area').select('id').where('id', '=', communeId).forNoKeyUpdate().execute()
}

/** How many active households each village of a commune has, villages without any included, in listed order. */
export const countHouseholdsByVillage = async (
  db: Kysely<Database>,
  communeId: string,
): Promise<readonly { readonly villageId: string; readonly name: string; readonly households: number }[]> =>
  db
    .selectFrom('area')
    .leftJoin('household', join =>
      join.onRef('household.village_id', '=', 'area.id').on('household.standing', '=', 'active'),
    )
    .where('area.parent_id', '=', communeId)
    .where('area.kind', '=', 'village')
    .groupBy('area.id')
    .orderBy('area.position')
    .orderBy('area.name')
    .select(['area.id as villageId', 'area.name'])
    .select(eb => eb.fn.count<number>('household.id').as('households'))
    .execute()

/** Ids of the active households of a commune with their village, in no order that means anything. */
export const listHouseholdIds = async (
  db: Kysely<Database>,
  communeId: string,
): Promise<readonly { readonly id: HouseholdId; readonly villageId: string }[]> => {
  const rows = await db
    .selectFrom('household')
    .innerJoin('area', 'area.id', 'household.village_id')
    .where('area.parent_id', '=', communeId)
    .where('household.standing', '=', 'active')
    .select(['household.id', 'household.village_id as villageId'])
    .execute()
  return rows.map(row => ({ ...row, id: row.id as HouseholdId }))
}

/** Keeps a checked register until it is confirmed; an earlier unconfirmed one of the commune gives way. */
export const insertRegisterImport = async (
  db: Kysely<Database>,
  file: {
    readonly id: string
    readonly communeId: string
    readonly accountId: string
    readonly fileName: string
    readonly checked: object
    readonly createdAt: Date
  },
): Promise<void> => {
  await db
    .insertInto('register_import')
    .values({
      id: file.id,
      commune_id: file.communeId,
      account_id: file.accountId,
      file_name: file.fileName,
      checked: JSON.stringify(file.checked),
      created_at: file.createdAt,
    })
    .execute()
}

/** The commune's checked register that waits for confirmation, or null. */
export const findRegisterImport = async (
  db: Kysely<Database>,
  communeId: string,
): Promise<{ readonly id: string; readonly fileName: string; readonly checked: unknown } | null> => {
  const row = await db
    .selectFrom('register_import')
    .where('commune_id', '=', communeId)
    .select(['id', 'file_name as fileName', 'checked'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Forgets checked registers of a commune: they are personal data and no longer needed. */
export const deleteRegisterImports = async (db: Kysely<Database>, communeId: string): Promise<void> => {
  await db.deleteFrom('register_import').where('commune_id', '=', communeId).execute()
}
