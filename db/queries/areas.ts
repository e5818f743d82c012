import { type Kysely, sql } from 'kysely'
import type { Area, AreaKind, AreaPath } from '#app/account/area.ts'
import type { Day } from '#app/basics/day.ts'
import type { AreaId } from '#app/basics/ids.ts'
import { searchKeyOf } from '#app/household/search.ts'
import type { Database } from '../schema.ts'

type Row = {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly path: string
  readonly validFrom: string | null
  readonly validTo: string | null
}

const columns = ['id', 'kind', 'name', 'path', 'valid_from as validFrom', 'valid_to as validTo'] as const

const toArea = (row: Row): Area => ({
  id: row.id as AreaId,
  kind: row.kind as AreaKind,
  name: row.name,
  path: row.path,
  validFrom: row.validFrom as Day | null,
  validTo: row.validTo as Day | null,
})

/** The area with this id, or null. */
export const findArea = async (db: Kysely<Database>, id: string): Promise<Area | null> => {
  const row = await db.selectFrom('area').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? toArea(row) : null
}

/** Areas of one kind inside the given areas, in their listed order; those that ended before a day are left out when one is given. */
export const listAreasWithin = async (
  db: Kysely<Database>,
  kind: AreaKind,
  scope: readonly AreaPath[],
  on: Day | null = null,
): Promise<readonly Area[]> => {
  if (scope.length === 0) return []
  const rows = await db
    .selectFrom('area')
    .select(columns)
    .where('kind', '=', kind)
    .where(eb => eb.or(scope.flatMap(path => [eb('path', '=', path), eb('path', 'like', `${path}/%`)])))
    .$if(on !== null, query =>
      query.where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', on ?? '')])),
    )
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(toArea)
}

export type NewArea = {
  readonly id: string
  readonly kind: AreaKind
  readonly parentId: string | null
  readonly name: string
  readonly path: AreaPath
  readonly position: number
  readonly validFrom?: Day | null
}

/** Adds an area; false when its id or its name within the parent is taken. */
export const insertArea = async (db: Kysely<Database>, area: NewArea): Promise<boolean> => {
  const { parentId, validFrom = null, ...rest } = area
  const row = await db
    .insertInto('area')
    .values({
      ...rest,
      parent_id: parentId,
      valid_from: validFrom,
      search_key: searchKeyOf(`${area.name} ${area.id}`),
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Gives an area another name; false when a current area beside it has that name. */
export const updateAreaName = async (db: Kysely<Database>, id: string, name: string): Promise<boolean> => {
  const updated = await db
    .updateTable('area')
    .set({ name, search_key: searchKeyOf(`${name} ${id}`) })
    .where('id', '=', id)
    .where(
      sql<boolean>`not exists (
        select 1 from area beside where beside.parent_id is not distinct from area.parent_id
          and beside.name = ${name} and beside.id <> area.id and beside.valid_to is null
      )`,
    )
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

/** Gives an area, and what lies in it without one, a last day. */
export const updateAreaEnded = async (db: Kysely<Database>, path: AreaPath, on: Day): Promise<void> => {
  await db
    .updateTable('area')
    .set({ valid_to: on })
    .where(eb => eb.or([eb('path', '=', path), eb('path', 'like', `${path}/%`)]))
    .where('valid_to', 'is', null)
    .execute()
}

/** Names what took an area's place. */
export const insertSuccessors = async (
  db: Kysely<Database>,
  id: string,
  successorIds: readonly string[],
): Promise<void> => {
  await db
    .insertInto('area_successor')
    .values(successorIds.map(successor => ({ area_id: id, successor_id: successor })))
    .execute()
}

/** Whether a campaign of the commune takes ballots. */
export const collectsIn = async (db: Kysely<Database>, communeId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('campaign')
    .where('commune_id', '=', communeId)
    .where('state', '=', 'collecting')
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The province of this installation, or null before set-up. */
export const findProvince = async (db: Kysely<Database>): Promise<Area | null> => {
  const row = await db
    .selectFrom('area')
    .select(columns)
    .where('kind', '=', 'province')
    .orderBy('id')
    .executeTakeFirst()
  return row ? toArea(row) : null
}
