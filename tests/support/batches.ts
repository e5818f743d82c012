import type { Person } from '#app/account/person.ts'
import type { SlotId } from '#app/basics/ids.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'
import { openBatch } from '#app/services/batches.server.ts'
import { findTicks, tickHouseholds } from '#app/services/batches-households.server.ts'
import { keySheet } from '#app/services/batches-keying.server.ts'
import type { World } from './world.ts'

const keys = contentKeys(qd318)

/** A keyed sheet: its first answers by key (1, 2, 0, 3), the others 1; with more fields where they are named. */
export const keyedSheet = (start = '', more: { readonly [field: string]: string } = {}) => {
  const values: Record<string, string> = { nhanh: start.padEnd(keys.length, '1'), ...more }
  return { get: (name: string) => values[name] ?? null }
}

type Place = { readonly campaignId: string; readonly batchId: string }

/** Lan opens a batch of so many sheets in a village. */
export const openedBatch = async (
  world: World,
  campaignId: string,
  form: { readonly villageId: string; readonly sheets: number },
): Promise<Place> => {
  const opened = await openBatch(world.as(world.people.lan), campaignId, form)
  if (!opened.ok) throw new Error(opened.error)
  return { campaignId, batchId: opened.value }
}

/** Ticks the first free households of a batch's village; their slots. */
export const tickFirst = async (world: World, place: Place, count: number): Promise<readonly SlotId[]> => {
  const lan = world.as(world.people.lan)
  const desk = await findTicks(lan, { ...place, search: '', only: 'free', page: 1 })
  if (!desk.ok) throw new Error(desk.error)
  const slots = desk.value.households.rows.slice(0, count).map(row => row.slotId)
  const ticked = await tickHouseholds(lan, place, { shown: slots, ticked: slots })
  if (!ticked.ok) throw new Error(ticked.error)
  return slots
}

/** Keys sheets 1, 2, … of a batch as one person. */
export const keyAll = async (
  world: World,
  place: Place,
  person: Person,
  sheets: readonly ReturnType<typeof keyedSheet>[],
): Promise<void> => {
  for (const [index, fields] of sheets.entries()) {
    const keyed = await keySheet(world.as(person), { ...place, sheet: index + 1 }, fields)
    if (keyed.kind !== 'recorded') throw new Error(JSON.stringify(keyed))
  }
}
