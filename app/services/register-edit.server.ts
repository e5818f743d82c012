import { z } from 'zod'
import { type Day, dayOf, readDay } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { cleanNumber, cleanText, isOldFont } from '#app/household/register/clean.ts'
import { type Correctable, changedFields, checkMoveOut } from '#app/household/standing.ts'
import { countHouseholdsByVillage, insertHouseholds, lockRegister } from '#db/queries/households.ts'
import {
  deleteHousehold,
  isListed,
  listSlotsOfHousehold,
  updateListings,
  updateMovedOut,
  updateReturned,
} from '#db/queries/households-changed.ts'
import { type HouseholdDetail, type HouseholdRow, listAlike } from '#db/queries/households-listed.ts'
import { type Change, type Context, change, newId } from './context.server.ts'
import {
  type HouseholdPlace,
  knownHousehold,
  permitOnRegister,
  type RegisterRefusal,
} from './register-place.server.ts'

const longestNumber = 40

/** Shape of the form that lists a household: name and number cleaned as the import cleans them. */
export const householdFormSchema = z.object({
  name: z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1, 'household-name-missing').max(200, 'text-too-long'))
    .refine(name => name === '' || (/\p{L}/u.test(name) && !isOldFont(name)), 'text-unreadable'),
  number: z
    .string()
    .transform(cleanNumber)
    .refine(number => (number ?? '').length <= longestNumber, 'text-too-long'),
  villageId: z.string().min(1, 'village-not-chosen'),
})

export type HouseholdForm = z.infer<typeof householdFormSchema>

/** Shape of the form by which a household moves out. */
export const moveOutFormSchema = z.object({
  movedOn: z.string().transform((raw, issue): Day => {
    const read = readDay(raw)
    if (read) return read
    issue.addIssue({ code: 'custom', message: 'move-day-unreadable' })
    return z.NEVER
  }),
  reason: z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1, 'move-reason-missing').max(200, 'text-too-long')),
})

export type MoveOutForm = z.infer<typeof moveOutFormSchema>

type Unknown = RegisterRefusal | 'household-unknown'
export type ListingFault = RegisterRefusal | 'village-not-chosen' | 'household-listed'

const checkListing = async (
  { tx }: Change,
  communeId: string,
  listing: HouseholdForm & { readonly id: string },
): Promise<Result<string, ListingFault>> => {
  const villages = await countHouseholdsByVillage(tx, communeId)
  const village = villages.find(one => one.villageId === listing.villageId)
  if (!village) return no('village-not-chosen')
  return (await isListed(tx, listing)) ? no('household-listed') : ok(village.name)
}

type Added = HouseholdForm & { readonly communeId: string }

/** Households of the village that may be the one about to be listed: same name but for accents, or same number. */
export const findAlike = async (
  context: Context,
  { communeId, ...form }: Added,
): Promise<Result<readonly HouseholdRow[], RegisterRefusal>> => {
  const permitted = await permitOnRegister(context, 'register.edit', communeId)
  return permitted.ok ? ok(await listAlike(context.db, communeId, form)) : permitted
}

/** Lists a household by hand; its id. Others that may be the same have to be known to be others (`others`, their ids). */
export const addHousehold = async (
  context: Context,
  { communeId, others = [], ...form }: Added & { readonly others?: readonly string[] },
): Promise<Result<string, ListingFault | 'household-alike'>> => {
  const permitted = await permitOnRegister(context, 'register.edit', communeId)
  if (!permitted.ok) return permitted
  const household = { ...form, id: newId(context) }
  return change<string, ListingFault | 'household-alike'>(context, async gate => {
    await lockRegister(gate.tx, communeId)
    const checked = await checkListing(gate, communeId, household)
    if (!checked.ok) return checked
    const alike = await listAlike(gate.tx, communeId, form)
    if (alike.some(one => !others.includes(one.id))) return no('household-alike')
    await insertHouseholds(gate.tx, [household], context.clock())
    gate.record({ kind: 'household.added', household: household.id, village: checked.value })
    return ok(household.id)
  })
}

type Edit<E extends string> = (gate: Change, household: HouseholdDetail) => Promise<Result<null, E>>

/** Permission, lock and household of one edit: every change of one household goes this way. */
const editHousehold = async <E extends string>(
  context: Context,
  place: HouseholdPlace,
  edit: Edit<E>,
): Promise<Result<null, E | Unknown>> => {
  const permitted = await permitOnRegister(context, 'register.edit', place.communeId)
  if (!permitted.ok) return permitted
  return change<null, E | Unknown>(context, async gate => {
    await lockRegister(gate.tx, place.communeId)
    const household = await knownHousehold(gate.tx, place)
    return household.ok ? edit(gate, household.value) : household
  })
}

/** Corrects name, number or village; the log names the fields and keeps no value of them. */
export const correctHousehold = (
  context: Context,
  place: HouseholdPlace,
  form: HouseholdForm,
): Promise<Result<null, ListingFault | 'household-unknown' | 'nothing-changed'>> =>
  editHousehold<ListingFault | 'nothing-changed'>(context, place, async (gate, household) => {
    const after: Correctable = form
    const fields = changedFields(household, after)
    if (fields.length === 0) return no('nothing-changed')
    const listing = { ...after, id: household.id }
    const checked = await checkListing(gate, place.communeId, listing)
    if (!checked.ok) return checked
    await updateListings(gate.tx, [listing])
    gate.record({ kind: 'household.corrected', household: household.id, fields: fields.join(', ') })
    return ok(null)
  })

/** Writes a household down as moved out: it stays listed and gets no slot at the next opening. */
export const moveOutHousehold = (
  context: Context,
  place: HouseholdPlace,
  { movedOn, reason }: MoveOutForm,
): Promise<Result<null, Unknown | 'household-not-active' | 'move-in-future'>> =>
  editHousehold<'household-not-active' | 'move-in-future'>(context, place, async (gate, household) => {
    const today = dayOf(context.clock())
    const checked = checkMoveOut(household.standing, { movedOn, today })
    if (!checked.ok) return checked
    await updateMovedOut(gate.tx, [household.id], { movedOn, reason })
    gate.record({ kind: 'household.moved-out', household: household.id, on: movedOn })
    return ok(null)
  })

/** Takes a household that moved out, or was merged by mistake, back among those of its village. */
export const returnHousehold = (
  context: Context,
  place: HouseholdPlace,
): Promise<Result<null, Unknown | 'household-active'>> =>
  editHousehold<'household-active'>(context, place, async (gate, household) => {
    if (household.standing === 'active') return no('household-active')
    await updateReturned(gate.tx, household.id)
    gate.record({ kind: 'household.returned', household: household.id, from: household.standing })
    return ok(null)
  })

/** Forgets a household and those merged into it, unless a campaign that collects has a slot for one of them. */
export const forgetHousehold = (
  context: Context,
  place: HouseholdPlace,
): Promise<Result<null, Unknown | 'household-in-running-campaign'>> =>
  editHousehold<'household-in-running-campaign'>(context, place, async (gate, household) => {
    const slots = await listSlotsOfHousehold(gate.tx, household.id)
    if (slots.some(slot => slot.state === 'collecting')) return no('household-in-running-campaign')
    const households = await deleteHousehold(gate.tx, household.id)
    gate.record({ kind: 'household.deleted', household: household.id, households })
    return ok(null)
  })
