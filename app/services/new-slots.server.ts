import type { SlotId } from '#app/basics/ids.ts'
import type { NewSlot } from '#db/queries/slots.ts'
import { type Context, newId } from './context.server.ts'
import { codeLookup, slotCode } from './seal.server.ts'

/** One slot a household, each with a code of its own. Two slots of one code are next to impossible (45 bits); the slot drawn again gets another id and so another code. */
export const newSlots = (
  context: Context,
  key: Buffer,
  households: readonly { readonly id: string; readonly villageId: string }[],
): readonly NewSlot[] => {
  const codes = new Set<string>()
  const draw = (): { readonly id: SlotId; readonly code: string } => {
    const id = newId(context) as SlotId
    const code = slotCode(key, id, 1)
    return codes.has(code) ? draw() : { id, code }
  }
  return households.map(household => {
    const { id, code } = draw()
    codes.add(code)
    return {
      id,
      villageId: household.villageId,
      householdId: household.id,
      codeLookup: codeLookup(context.keys.server, code),
    }
  })
}
