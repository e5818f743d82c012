declare const brand: unique symbol

/** A text that may stand only where its own kind is asked for. */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind }

export type AccountId = Branded<'account'>
export type AreaId = Branded<'area'>
export type CampaignId = Branded<'campaign'>
export type HouseholdId = Branded<'household'>
export type SlotId = Branded<'slot'>

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside is shaped like one of our ids (a lower-case UUID): anything else is unknown by definition. */
export const isUuid = (raw: string): boolean => uuidPattern.test(raw)

/** A byte as two hex digits, by its value. */
const hexDigits = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'))

/** Writes the first 16 of random bytes as a UUID of version 4 (RFC 9562 §5.4); throws when there are fewer. */
export const uuidFrom = (bytes: Uint8Array): string => {
  if (bytes.length < 16) throw new Error('an id needs sixteen bytes')
  const octets = Uint8Array.from(bytes.subarray(0, 16))
  octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x40
  octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80
  let hex = ''
  for (const octet of octets) hex += hexDigits[octet]
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
