import { type Kysely, sql } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Day } from '#app/basics/day.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { Database } from '../schema.ts'

/** An area as the tree shows it. */
export type AreaEntry = {
  readonly id: string
  readonly name: string
  readonly provinceId: string | null
  readonly validFrom: Day | null
  readonly validTo: Day | null
  readonly ended: boolean
  /** Current areas inside. */
  readonly parts: number
  /** What took its place: `99002 Xã Bình Hòa`. */
  readonly successors: readonly string[]
}

export type AreaFilter = {
  readonly kind: 'commune' | 'village'
  readonly scope: readonly AreaPath[]
  /** Inside this area; anywhere in the scope when null. */
  readonly parentId: string | null
  /** Beginnings of words of name or code, without accents; letters and digits alone. */
  readonly words: readonly string[]
  /** Whether ended areas are listed too. */
  readonly withEnded: boolean
  readonly today: Day
}

const filtered = (db: Kysely<Database>, filter: AreaFilter) =>
  db
    .selectFrom('area')
    .where('kind', '=', filter.kind)
    .where(
      sql<boolean>`(area.path = any(${[...filter.scope]}::text[])
        or area.path like any(${filter.scope.map(path => `${path}/%`)}::text[]))`,
    )
    .$if(filter.parentId !== null, query => query.where('parent_id', '=', filter.parentId))
    .$if(filter.words.length > 0, query =>
      query.where(
        sql<boolean>`(' ' || search_key) like all (${filter.words.map(word => `% ${word}%`)}::text[])`,
      ),
    )
    .$if(!filter.withEnded, query =>
      query.where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', filter.today)])),
    )

const current = (today: Day) => sql<boolean>`(inside.valid_to is null or inside.valid_to >= ${today}::date)`

/** A page of areas of a kind, current ones first. */
export const listAreaEntries = async (
  db: Kysely<Database>,
  filter: AreaFilter,
  slice: Slice,
): Promise<Paged<AreaEntry>> => {
  const { total } = await filtered(db, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const ended = sql<boolean>`coalesce(valid_to < ${filter.today}::date, false)`
  const rows = await filtered(db, filter)
    .select(['id', 'name', 'parent_id as provinceId', 'valid_from as validFrom', 'valid_to as validTo'])
    .select(ended.as('ended'))
    .select(
      sql<number>`(select count(*)::int from area inside where inside.parent_id = area.id and ${current(filter.today)})`.as(
        'parts',
      ),
    )
    .select(
      sql<string[]>`array(
        select case when later.kind = 'commune' then later.id || ' ' || later.name else later.name end
        from area_successor join area later on later.id = area_successor.successor_id
        where area_successor.area_id = area.id order by later.path
      )`.as('successors'),
    )
    .orderBy(ended)
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(
    rows.map(row => ({ ...row, validFrom: row.validFrom as Day | null, validTo: row.validTo as Day | null })),
    total,
    slice,
  )
}

/** A list of communes that was checked and waits for its confirmation; one for each account. */
export const replaceAreaImport = async (
  db: Kysely<Database>,
  one: {
    readonly id: string
    readonly accountId: string
    readonly fileName: string
    readonly checked: unknown
    readonly createdAt: Date
  },
): Promise<void> => {
  await deleteAreaImport(db, one.accountId)
  await db
    .insertInto('area_import')
    .values({
      id: one.id,
      account_id: one.accountId,
      file_name: one.fileName,
      checked: JSON.stringify(one.checked),
      created_at: one.createdAt,
    })
    .execute()
}

/** The list of communes that an account had checked, or null. */
export const findAreaImport = async (
  db: Kysely<Database>,
  accountId: string,
): Promise<{ readonly id: string; readonly fileName: string; readonly checked: unknown } | null> =>
  (await db
    .selectFrom('area_import')
    .where('account_id', '=', accountId)
    .select(['id', 'file_name as fileName', 'checked'])
    .executeTakeFirst()) ?? null

/** Forgets the list of communes that an account had checked. */
export const deleteAreaImport = async (db: Kysely<Database>, accountId: string): Promise<void> => {
  await db.deleteFrom('area_import').where('account_id', '=', accountId).execute()
}
