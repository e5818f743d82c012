import type { Kysely } from 'kysely'
import type { Area, AreaKind, AreaPath } from '#app/account/area.ts'
import type { AreaId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

type Row = { readonly id: string; readonly kind: string; readonly name: string; readonly path: string }

const columns = ['id', 'kind', 'name', 'path'] as const

const toArea = (row: Row): Area => ({
  id: row.id as AreaId,
  kind: row.kind as AreaKind,
  name: row.name,
  path: row.path,
})

/** The area with this id, or null. */
export const findArea = async (db: Kysely<Database>, id: string): Promise<Area | null> => {
  const row = await db.selectFrom('area').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? toArea(row) : null
}

/** Areas of one kind inside the given areas, in their listed order. */
export const listAreasWithin = async (
  db: Kysely<Database>,
  kind: AreaKind,
  scope: readonly AreaPath[],
): Promise<readonly Area[]> => {
  if (scope.length === 0) return []
  const rows = await db
    .selectFrom('area')
    .select(columns)
    .where('kind', '=', kind)
    .where(eb => eb.or(scope.flatMap(path => [eb('path', '=', path), eb('path', 'like', `${path}/%`)])))
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
}

/** Adds an area; false when its id or its name within the parent is taken. */
export const insertArea = async (db: Kysely<Database>, area: NewArea): Promise<boolean> => {
  const { parentId, ...rest } = area
  const row = await db
    .insertInto('area')
    .values({ ...rest, parent_id: parentId })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
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
