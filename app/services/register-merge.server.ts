import { isUuid } from '#app/basics/ids.ts'
import type { Paged } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { readWanted } from '#app/household/search.ts'
import { countHouseholdsByVillage, lockRegister } from '#db/queries/households.ts'
import { listCollecting, updateMerged } from '#db/queries/households-changed.ts'
import {
  findHousehold,
  type HouseholdRow,
  listHouseholds,
  listLookalikes,
} from '#db/queries/households-listed.ts'
import { type Change, type Context, change } from './context.server.ts'
import type { CollectingCampaign } from './register-list.server.ts'
import { permitOnRegister, type RegisterRefusal } from './register-place.server.ts'

type CommuneName = { readonly id: string; readonly name: string }

/** Groups of households that may be one, a page of them. */
export type Lookalikes = {
  readonly commune: CommuneName
  readonly groups: Paged<readonly HouseholdRow[]>
}

/** Groups on one page. */
const groupsOnPage = 25

/** Households of one village whose names are the same without accents: suggestions, never merged by themselves. */
export const findLookalikes = async (
  context: Context,
  { communeId, page }: { readonly communeId: string; readonly page: number },
): Promise<Result<Lookalikes, RegisterRefusal>> => {
  const permitted = await permitOnRegister(context, 'register.edit', communeId)
  if (!permitted.ok) return permitted
  const { id, name } = permitted.value.commune
  const groups = await listLookalikes(context.db, id, { page, size: groupsOnPage })
  return ok({ commune: { id, name }, groups })
}

/** The households about to be merged, those that a search offers beside them, and the campaigns that will not follow. */
export type MergeDesk = {
  readonly commune: CommuneName
  readonly chosen: readonly HouseholdRow[]
  readonly found: readonly HouseholdRow[]
  readonly collecting: readonly CollectingCampaign[]
}

/** At most so many households are one: more is a mistake of the hand. */
const mostChosen = 10

/** At most so many hits are offered; whoever sees none types more. */
const mostFound = 20

const activeOf = async (
  db: Context['db'] | Change['tx'],
  communeId: string,
  ids: readonly string[],
): Promise<readonly HouseholdRow[]> => {
  const known = [...new Set(ids)].filter(isUuid).slice(0, mostChosen)
  const households = await Promise.all(known.map(id => findHousehold(db, communeId, id)))
  return households.flatMap(one => (one?.standing === 'active' ? [one] : []))
}

/** What the page that merges shows: the chosen households, and others of the commune by name or number. */
export const findMerge = async (
  context: Context,
  choice: { readonly communeId: string; readonly ids: readonly string[]; readonly search: string },
): Promise<Result<MergeDesk, RegisterRefusal>> => {
  const permitted = await permitOnRegister(context, 'register.edit', choice.communeId)
  if (!permitted.ok) return permitted
  const { id, name } = permitted.value.commune
  const chosen = await activeOf(context.db, id, choice.ids)
  const wanted = readWanted(choice.search)
  const villages = wanted ? await countHouseholdsByVillage(context.db, id) : []
  const filter = { villageIds: villages.map(one => one.villageId), standing: 'active', wanted } as const
  const hits = await listHouseholds(context.db, filter, { page: 1, size: mostFound })
  return ok({
    commune: { id, name },
    chosen,
    found: hits.rows.filter(hit => chosen.every(one => one.id !== hit.id)),
    collecting: await listCollecting(context.db, id),
  })
}

export type MergeFault = RegisterRefusal | 'household-not-active' | 'merge-too-few'

/**
 * Marks households as the same as the one that stays. Slots of a campaign that collects stay as they were frozen; the next
 * opening makes one slot. Taking one back is `returnHousehold`.
 */
export const mergeHouseholds = async (
  context: Context,
  merge: { readonly communeId: string; readonly into: string; readonly ids: readonly string[] },
): Promise<Result<number, MergeFault>> => {
  const { communeId, into } = merge
  const permitted = await permitOnRegister(context, 'register.edit', communeId)
  if (!permitted.ok) return permitted
  const others = [...new Set(merge.ids)].filter(id => id !== into)
  if (others.length === 0) return no('merge-too-few')
  return change<number, MergeFault>(context, async ({ tx, record }) => {
    await lockRegister(tx, communeId)
    const active = await activeOf(tx, communeId, [into, ...others])
    if (active.length < others.length + 1) return no('household-not-active')
    const merged = await updateMerged(tx, others, into)
    record({ kind: 'household.merged', into, households: others.join(', ') })
    return ok(merged)
  })
}
