import type { Kysely } from 'kysely'
import { no, ok, type Result } from '#app/basics/result.ts'
import { type Listed, type ListFault, sampleList, type VillageDraw } from '#app/household/sample.ts'
import { listedAs, listKey, membersOf, readListText } from '#app/household/sample-plan.ts'
import type { NewMember } from '#db/queries/sample-households.ts'
import { type FixedList, type ListableRow, listListable } from '#db/queries/samples.ts'
import type { Database } from '#db/schema.ts'
import { sha256 } from './context.server.ts'

const listedOf = (row: ListableRow, withCommune: boolean): Listed => ({
  commune: withCommune ? row.communeName : null,
  village: row.villageName,
  household: listedAs(row.position, row.id),
})

type Scope = {
  readonly communeIds: readonly string[]
  /** Null for every village of the communes. */
  readonly villageIds: readonly string[] | null
  /** Whether the list names communes, as a draw in stages needs. */
  readonly withCommune: boolean
}

/**
 * The active households of communes as a list to draw from, with its hash. No name is in it. Refused when it is empty, or
 * when two places of one name could be taken for each other.
 */
export const listForDraw = async (
  db: Kysely<Database>,
  { communeIds, villageIds, withCommune }: Scope,
): Promise<Result<FixedList, ListFault | 'sample-names-alike'>> => {
  const all = await listListable(db, communeIds)
  const rows = all.filter(row => villageIds === null || villageIds.includes(row.villageId))
  const rowOf = new Map(rows.map(row => [listKey(listedOf(row, withCommune)).normalize('NFC'), row]))
  const list = sampleList(
    rows.map(row => listedOf(row, withCommune)),
    sha256,
  )
  if (!list.ok) return list
  const ordered = list.value.households.flatMap(listed => rowOf.get(listKey(listed)) ?? [])
  const places = new Set(rows.map(row => row.villageId))
  const names = new Set(list.value.households.map(({ commune, village }) => `${commune}\t${village}`))
  if (ordered.length !== rows.length || places.size !== names.size) return no('sample-names-alike')
  return ok({
    text: list.value.text,
    hash: list.value.hash,
    households: rows.length,
    householdIds: ordered.map(({ id }) => id),
    villageIds: ordered.map(({ villageId }) => villageId),
  })
}

/** Reads a fixed list back for drawing; throws when its text no longer has its hash, since only we write it. */
export const readFixed = (fixed: FixedList) => {
  const list = sampleList(readListText(fixed.text), sha256)
  if (!list.ok || list.value.hash !== fixed.hash) throw new Error('a published list that lost its hash')
  return list.value
}

/** Households of each village of a fixed list, in the order of the list. */
export const villageSizes = (fixed: Pick<FixedList, 'villageIds'>): ReadonlyMap<string, number> => {
  const sizes = new Map<string, number>()
  for (const id of fixed.villageIds) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  return sizes
}

type Entry = { readonly householdId: string; readonly villageId: string }

const entriesOf = (fixed: FixedList): ReadonlyMap<string, Entry> => {
  const entries = readListText(fixed.text).map((listed, at): [string, Entry] => [
    listKey(listed),
    { householdId: fixed.householdIds[at] ?? '', villageId: fixed.villageIds[at] ?? '' },
  ])
  return new Map(entries)
}

/** The households of drawn villages, each with its place in the order of lots and its row of the register. */
export const drawnMembers = (fixed: FixedList, villages: readonly VillageDraw[]): readonly NewMember[] => {
  const entries = entriesOf(fixed)
  return villages.flatMap(village =>
    membersOf(village).map(member => {
      const { commune, village: name } = village
      const entry = entries.get(listKey({ commune, village: name, household: member.listedAs }))
      if (!entry) throw new Error('a household was drawn that is in no list')
      return { ...member, ...entry }
    }),
  )
}
