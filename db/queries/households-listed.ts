import { type Kysely, sql } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { Kept } from '#app/household/difference.ts'
import { numberKeyOf, searchKeyOf, type Wanted } from '#app/household/search.ts'
import type { Standing } from '#app/household/standing.ts'
import type { Database } from '../schema.ts'

/** A commune whose register somebody may read, with how many active households it lists. */
export type RegisterRow = { readonly id: string; readonly name: string; readonly households: number }

/** Communes inside the scope with their active households, by name. */
export const listRegisters = async (
  db: Kysely<Database>,
  scope: readonly AreaPath[],
): Promise<readonly RegisterRow[]> => {
  if (scope.length === 0) return []
  return db
    .selectFrom('area as commune')
    .leftJoin('area as village', 'village.parent_id', 'commune.id')
    .leftJoin('household', join =>
      join.onRef('household.village_id', '=', 'village.id').on('household.standing', '=', 'active'),
    )
    .where('commune.kind', '=', 'commune')
    .where(eb =>
      eb.or(scope.flatMap(path => [eb('commune.path', '=', path), eb('commune.path', 'like', `${path}/%`)])),
    )
    .groupBy('commune.id')
    .orderBy('commune.name')
    .select(['commune.id', 'commune.name'])
    .select(eb => eb.fn.count<number>('household.id').as('households'))
    .execute()
}

/** A household as the register lists it. */
export type HouseholdRow = Kept & { readonly villageName: string }

export type HouseholdFilter = {
  /** Named one by one, so that PostgreSQL knows how few rows they have and reads the index. */
  readonly villageIds: readonly string[]
  readonly standing: Standing | null
  readonly wanted: Wanted | null
}

const households = (db: Kysely<Database>, communeId: string) =>
  db
    .selectFrom('household')
    .innerJoin('area', 'area.id', 'household.village_id')
    .where('area.parent_id', '=', communeId)

/** Words hold letters and digits alone, so none of them is a wildcard of `like`. */
const matches = ({ words, number }: Wanted) =>
  sql<boolean>`(household.number_key = ${number} or (' ' || household.search_key) like all (${words.map(
    word => `% ${word}%`,
  )}::text[]))`

const filtered = (db: Kysely<Database>, filter: HouseholdFilter) =>
  db
    .selectFrom('household')
    .innerJoin('area', 'area.id', 'household.village_id')
    .where('household.village_id', 'in', filter.villageIds)
    .$if(filter.standing !== null, query => query.where('household.standing', '=', filter.standing ?? ''))
    .$if(filter.wanted !== null, query => query.where(matches(filter.wanted ?? { words: [], number: '' })))

const columns = [
  'household.id',
  'household.village_id as villageId',
  'area.name as villageName',
  'household.number',
  'household.name',
  'household.standing',
] as const

const toRow = <T extends { readonly standing: string }>(row: T): T & { readonly standing: Standing } => ({
  ...row,
  standing: row.standing as Standing,
})

/** A page of the register in the order of villages, numbers (9 before 10) and names. */
export const listHouseholds = async (
  db: Kysely<Database>,
  filter: HouseholdFilter,
  slice: Slice,
): Promise<Paged<HouseholdRow>> => {
  if (filter.villageIds.length === 0) return paged([], 0, slice)
  const { total } = await filtered(db, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, filter)
    .select(columns)
    .orderBy('area.position')
    .orderBy('area.name')
    .orderBy(sql`length(household.number_key) nulls last`)
    .orderBy('household.number_key')
    .orderBy('household.search_key')
    .orderBy('household.id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(rows.map(toRow), total, slice)
}

/** The whole register of a commune in its order, whatever became of each household. */
export const listRegister = async (
  db: Kysely<Database>,
  communeId: string,
): Promise<readonly HouseholdRow[]> => {
  const rows = await households(db, communeId)
    .select(columns)
    .orderBy('area.position')
    .orderBy('area.name')
    .orderBy(sql`length(household.number_key) nulls last`)
    .orderBy('household.number_key')
    .orderBy('household.search_key')
    .orderBy('household.id')
    .execute()
  return rows.map(toRow)
}

/** Everything the register keeps of one household. */
export type HouseholdDetail = HouseholdRow & {
  readonly movedOn: string | null
  readonly movedReason: string | null
  readonly mergedInto: { readonly id: string; readonly name: string; readonly number: string | null } | null
  readonly createdAt: Date
}

/** One household of a commune, or null. */
export const findHousehold = async (
  db: Kysely<Database>,
  communeId: string,
  id: string,
): Promise<HouseholdDetail | null> => {
  const row = await households(db, communeId)
    .leftJoin('household as other', 'other.id', 'household.merged_into')
    .where('household.id', '=', id)
    .select(columns)
    .select([
      'household.moved_on as movedOn',
      'household.moved_reason as movedReason',
      'household.created_at as createdAt',
      'other.id as otherId',
      'other.name as otherName',
      'other.number as otherNumber',
    ])
    .executeTakeFirst()
  if (!row) return null
  const { otherId, otherName, otherNumber, ...own } = row
  const mergedInto =
    otherId === null || otherName === null ? null : { id: otherId, name: otherName, number: otherNumber }
  return { ...toRow(own), mergedInto }
}

/** Active households of a village that share a name without accents: group by group, in pages of groups. */
export const listLookalikes = async (
  db: Kysely<Database>,
  communeId: string,
  slice: Slice,
): Promise<Paged<readonly HouseholdRow[]>> => {
  const groups = households(db, communeId)
    .where('household.standing', '=', 'active')
    .groupBy(['household.village_id', 'household.search_key', 'area.position', 'area.name'])
    .having(eb => eb.fn.countAll(), '>', 1)
  const { total } = await db
    .selectFrom(groups.select('household.search_key').as('alike'))
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const some = await groups
    .select(['household.village_id as villageId', 'household.search_key as searchKey'])
    .orderBy('area.position')
    .orderBy('area.name')
    .orderBy('household.search_key')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(await membersOf(db, communeId, some), total, slice)
}

const membersOf = async (
  db: Kysely<Database>,
  communeId: string,
  groups: readonly { readonly villageId: string; readonly searchKey: string }[],
): Promise<readonly (readonly HouseholdRow[])[]> => {
  if (groups.length === 0) return []
  const rows = await households(db, communeId)
    .where('household.standing', '=', 'active')
    .where(
      sql<boolean>`(household.village_id, household.search_key) in (select * from unnest(
        ${groups.map(group => group.villageId)}::text[], ${groups.map(group => group.searchKey)}::text[]))`,
    )
    .select(columns)
    .select('household.search_key as searchKey')
    .orderBy(sql`length(household.number_key) nulls last`)
    .orderBy('household.number_key')
    .orderBy('household.id')
    .execute()
  return groups.map(({ villageId, searchKey }) =>
    rows
      .filter(row => row.villageId === villageId && row.searchKey === searchKey)
      .map(({ searchKey: _, ...row }) => toRow(row)),
  )
}

/** Households that still live in a village, or moved out of it, with this name (accents aside) or this number. */
export const listAlike = async (
  db: Kysely<Database>,
  communeId: string,
  { villageId, name, number }: Pick<HouseholdRow, 'villageId' | 'name' | 'number'>,
): Promise<readonly HouseholdRow[]> => {
  const rows = await households(db, communeId)
    .where('household.village_id', '=', villageId)
    .where('household.standing', 'in', ['active', 'moved'])
    .where(eb =>
      eb.or([
        eb('household.search_key', '=', searchKeyOf(name)),
        eb('household.number_key', '=', numberKeyOf(number)),
      ]),
    )
    .select(columns)
    .orderBy('household.search_key')
    .orderBy('household.id')
    .execute()
  return rows.map(toRow)
}
