import { type Area, type AreaKind, hasEnded } from '#app/account/area.ts'
import { mayEver } from '#app/account/permission.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import type { AreaId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { findArea, insertArea, listAreasWithin } from '#db/queries/areas.ts'
import { type Change, type Context, change, newId, permit } from './context.server.ts'

export type AreaFault = 'area-code-unreadable' | 'area-name-missing' | 'area-taken'

type PlaceFault = AreaFault | 'forbidden' | 'area-unknown' | 'area-ended'

/** A name as it is kept: NFC, one space between words, nothing that cannot be printed or stored. */
export const cleanName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** The names without those taken already, whatever their capitals; of two that differ in capitals alone, the first. */
const freeNames = (names: readonly string[], taken: readonly string[]): readonly string[] => {
  const seen = new Set(['', ...taken.map(name => name.toLowerCase())])
  return names.filter(name => {
    const key = name.toLowerCase()
    return !seen.has(key) && seen.add(key)
  })
}

/** Official codes: a province has 2 digits, a commune 5 (QĐ 19/2025/QĐ-TTg). */
const codePatterns = { province: /^\d{2}$/, commune: /^\d{5}$/ } as const

type NewPlace = { readonly code: string; readonly name: string }

/** Adds a province; only the set-up of an empty installation does. */
export const addProvince = async (gate: Change, place: NewPlace): Promise<Result<AreaId, AreaFault>> => {
  const code = place.code.trim()
  if (!codePatterns.province.test(code)) return no('area-code-unreadable')
  return addArea(gate, { id: code, kind: 'province', parent: null, name: place.name, position: 0 })
}

/** Adds an area inside a change; permission is asked before. */
export const addArea = async (
  { tx, record }: Change,
  area: {
    readonly id: string
    readonly kind: AreaKind
    readonly parent: Area | null
    readonly name: string
    readonly position: number
    readonly validFrom?: Day | null
  },
): Promise<Result<AreaId, AreaFault>> => {
  const name = cleanName(area.name)
  if (!name) return no('area-name-missing')
  const path = area.parent ? `${area.parent.path}/${area.id}` : area.id
  const added = await insertArea(tx, {
    id: area.id,
    kind: area.kind,
    parentId: area.parent?.id ?? null,
    name,
    path,
    position: area.position,
    validFrom: area.validFrom ?? null,
  })
  if (!added) return no('area-taken')
  record({ kind: 'area.created', path, name })
  return ok(area.id as AreaId)
}

const findParent = async (
  context: Context,
  id: string,
  kind: AreaKind,
): Promise<Result<Area, 'forbidden' | 'area-unknown' | 'area-ended'>> => {
  const parent = await findArea(context.db, id)
  if (parent?.kind !== kind) return no('area-unknown')
  const permitted = await permit(context, 'area.manage', parent.path)
  if (!permitted.ok) return permitted
  return hasEnded(parent, dayOf(context.clock())) ? no('area-ended') : ok(parent)
}

/** Adds a commune to a province. */
export const createCommune = async (
  context: Context,
  place: NewPlace & { readonly provinceId: string },
): Promise<Result<AreaId, PlaceFault>> => {
  const parent = await findParent(context, place.provinceId, 'province')
  if (!parent.ok) return parent
  const code = place.code.trim()
  if (!codePatterns.commune.test(code)) return no('area-code-unreadable')
  return change(context, gate =>
    addArea(gate, { id: code, kind: 'commune', parent: parent.value, name: place.name, position: 0 }),
  )
}

/** Adds villages to a commune in the order given; names it already has are left as they are. How many were new. */
export const createVillages = async (
  context: Context,
  place: { readonly communeId: string; readonly names: readonly string[] },
): Promise<Result<number, PlaceFault>> => {
  const parent = await findParent(context, place.communeId, 'commune')
  if (!parent.ok) return parent
  const scope = [parent.value.path]
  const known = await listAreasWithin(context.db, 'village', scope)
  const names = freeNames(
    place.names.map(cleanName),
    known.filter(village => village.validTo === null).map(village => village.name),
  )
  if (names.length === 0) return no('area-taken')
  return change<number, AreaFault>(context, async gate => {
    for (const [index, name] of names.entries()) {
      const id = newId(context)
      const added = await addArea(gate, {
        id,
        kind: 'village',
        parent: parent.value,
        name,
        position: known.length + index,
      })
      if (!added.ok) return added
    }
    return ok(names.length)
  })
}

/** Current areas of a kind inside the areas of the person asking: the scope of every list is the person's own. */
export const findAreas = async (context: Context, kind: AreaKind): Promise<readonly Area[]> =>
  context.person && (mayEver(context.person, 'campaign.list') || mayEver(context.person, 'area.manage'))
    ? listAreasWithin(context.db, kind, context.person.areas, dayOf(context.clock()))
    : []
