import type { HouseholdId } from '#app/basics/ids.ts'
import { groupCode, isWellFormed, normaliseCode, writeCode } from '#app/basics/readable-code.ts'

/** A household (hộ gia đình) of the register: the least that finds the door (Luật 91/2025: collect the least). */
export type Household = {
  readonly id: HouseholdId
  readonly villageName: string
  readonly number: string | null
  /** Name of the household's head as the register has it. */
  readonly name: string
}

/** Nine characters of 45 random bits and a check character: short enough to type, too many to guess online. */
export const slotCodeLength = 10

/** The code of a slot from the bytes of a keyed hash. */
export const writeSlotCode = (bytes: Uint8Array): string => writeCode(bytes, slotCodeLength)

/** A code as typed or scanned, normalised; null when it cannot be one of ours (a slip of one or two characters is caught here). */
export const readSlotCode = (typed: string): string | null => {
  const code = normaliseCode(typed)
  return isWellFormed(code, slotCodeLength) ? code : null
}

/** `7K3PM-X9QRT`. */
export const showSlotCode = (code: string): string => groupCode(code)
