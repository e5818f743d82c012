import { isWellFormed, normaliseCode } from '#app/basics/readable-code.ts'
import { assistedChannels } from '#app/services/ballots.server.ts'

type Assisted = (typeof assistedChannels)[number]

/** The means that a collector's address or form names; a visit unless it names another. */
export const readMeans = (raw: string | null): Assisted =>
  assistedChannels.find(channel => channel === raw) ?? 'visit'

/** What a collector looks for, as typed, at most so long. */
export const readSearch = (url: URL): string =>
  (url.searchParams.get('tim') ?? '').normalize('NFC').trim().slice(0, 80)

/** A receipt as `groupCode` shows it has ten characters and a dash. */
const receiptLength = 10

/** The receipt that a redirect after entering carries, and whether it is of an earlier ballot; null for anything else. */
export const readReceipt = (url: URL): { readonly receipt: string; readonly stands: boolean } | null => {
  const receipt = url.searchParams.get('bien-nhan') ?? ''
  if (!isWellFormed(normaliseCode(receipt), receiptLength)) return null
  return { receipt, stands: url.searchParams.get('truoc') === '1' }
}
