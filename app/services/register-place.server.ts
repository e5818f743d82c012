import type { Area } from '#app/account/area.ts'
import type { Deed } from '#app/account/permission.ts'
import type { Person } from '#app/account/person.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { findArea } from '#db/queries/areas.ts'
import { findHousehold, type HouseholdDetail } from '#db/queries/households-listed.ts'
import { type Change, type Context, permit } from './context.server.ts'

export type RegisterRefusal = 'area-unknown' | 'forbidden'

/** A commune whose register the person asking may do this deed on, with the person. */
export type OnRegister = { readonly commune: Area; readonly person: Person }

/** Finds a commune and asks permission for a deed on its register. */
export const permitOnRegister = async (
  context: Context,
  deed: Deed,
  communeId: string,
): Promise<Result<OnRegister, RegisterRefusal>> => {
  const commune = await findArea(context.db, communeId)
  if (commune?.kind !== 'commune') return no('area-unknown')
  const permitted = await permit(context, deed, commune.path)
  return permitted.ok ? ok({ commune, person: permitted.value }) : permitted
}

/** Where one household is looked for. */
export type HouseholdPlace = { readonly communeId: string; readonly householdId: string }

/** One household of a commune, or that there is none. */
export const knownHousehold = async (
  db: Context['db'] | Change['tx'],
  { communeId, householdId }: HouseholdPlace,
): Promise<Result<HouseholdDetail, 'household-unknown'>> => {
  const household = isUuid(householdId) ? await findHousehold(db, communeId, householdId) : null
  return household ? ok(household) : no('household-unknown')
}
