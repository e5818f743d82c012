/**
 * What waits in the outbox (phiếu trên máy): a ballot or an outcome of one household.
 *
 * unsent → sent → recorded | stands | faulty | refused. `sent` means tried and not confirmed: it is sent again until
 * the server's signature says otherwise. Only a signature or a final refusal takes the readable copy (`locked`) away.
 */

/** How long a sealed copy stays after its ballot was settled, and a village's list after the last day. Days. */
export const KEEP_DAYS = 30

/** Most items of one post, and most bytes: the server takes 64 kB. */
const MOST_ITEMS = 50
const MOST_BYTES = 48000

/** Refusals that sending again cannot mend; an import by the commune's Front still may. */
const FINAL = [
  'forbidden',
  'slot-unknown',
  'village-unknown',
  'campaign-unknown',
  'campaign-not-collecting',
  'village-counted-by-hand',
  'answered-before-reopening',
]

export const isWaiting = item => item.state === 'unsent' || item.state === 'sent'

export const isSettled = item =>
  item.state === 'recorded' || item.state === 'stands' || item.state === 'refused'

/** `yyyy-mm-dd` of a moment where the device is. */
export const dayOf = date =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-')

export const daysAfter = (day, days) => {
  const [year, month, date] = day.split('-').map(Number)
  return dayOf(new Date(year, month - 1, date + days))
}

/** A new item, readable only through `locked`. What stands beside it says who and how, never an answer. */
export const newItem = ({ wire, locked, place }) => ({
  id: wire.id,
  slotId: wire.slotId,
  kind: wire.kind,
  channel: wire.channel || null,
  outcome: wire.outcome || null,
  campaignId: place.campaignId,
  villageId: place.villageId,
  collectorId: place.collectorId,
  collectorName: place.collectorName,
  locked,
  sealed: null,
  state: 'unsent',
  receipt: null,
  error: null,
  keepUntil: null,
})

/** On its way: from now on the server may have it. */
export const tried = item => Object.assign({}, item, { state: 'sent', error: null })

/** Not confirmed: it stays readable and is sent again. */
export const unconfirmed = (item, error) => Object.assign({}, item, { state: 'sent', error })

const withoutPlain = (item, change, { sealed, today }) =>
  Object.assign({}, item, change, { sealed, locked: null, keepUntil: daysAfter(today, KEEP_DAYS) })

/**
 * What the server said of an item. `recorded` and `stands` count only with a signature that was checked (`confirmed`);
 * the readable copy goes only when a sealed one is there.
 */
export const settled = (item, result, how) => {
  const { status, receipt, error } = result
  if (status === 'recorded' || status === 'stands') {
    if (!how.confirmed || !how.sealed) return unconfirmed(item, 'ack-unverified')
    return withoutPlain(item, { state: status, receipt: receipt || null, error: null }, how)
  }
  if (status === 'faulty') return Object.assign({}, item, { state: 'faulty', error: error || null })
  if (status === 'refused' && FINAL.indexOf(error) >= 0 && how.sealed)
    return withoutPlain(item, { state: 'refused', error }, how)
  return unconfirmed(item, error || null)
}

/** Whether a result ends the item's way, so that a sealed copy has to be made first. */
export const ends = ({ status, error }) =>
  status === 'recorded' || status === 'stands' || (status === 'refused' && FINAL.indexOf(error) >= 0)

/** Items as sent, cut into posts that the server takes; the order stays. */
export const batches = wires => {
  const cut = []
  let bytes = 0
  for (const wire of wires) {
    const size = new TextEncoder().encode(JSON.stringify(wire)).length
    const last = cut[cut.length - 1]
    if (last === undefined || last.length === MOST_ITEMS || bytes + size > MOST_BYTES) {
      cut.push([wire])
      bytes = size
    } else {
      last.push(wire)
      bytes += size
    }
  }
  return cut
}

/** The outbox as a file that the commune's Front takes in; sealed items alone. */
export const outboxFile = ({ campaignId, collectorId, device, items }) => ({
  format: 'long-dan-outbox',
  version: 1,
  campaignId,
  collectorId,
  device,
  items: items.map(({ id, sealed }) => ({ id, sealed })),
})

/** Whether a household's ballot already lies in these items; one that has to be mended does not count. */
export const hasBallot = (items, slotId) =>
  items.some(item => item.slotId === slotId && item.kind === 'ballot' && item.state !== 'faulty')
