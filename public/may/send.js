import { batches, ends, isWaiting, settled, tried } from './item.js'
import { unlock } from './lock.js'
import { acknowledgement, isAcknowledged, sealItem } from './seal.js'

/** The village's keys; asked for again where a signature does not fit them, since a reopened campaign has new ones. */
const keysFor = async ({ store, server, campaignId }, villageId, fresh) => {
  const key = `${campaignId}|${villageId}`
  const known = await store.get('villages', key)
  if (known && !fresh) return known
  const asked = await server.village(villageId)
  if (asked.kind !== 'ok') return known
  const { exchangeKey, acknowledgeKey } = asked.body
  if (known) await store.put('villages', key, Object.assign({}, known, { exchangeKey, acknowledgeKey }))
  return { exchangeKey, acknowledgeKey }
}

const isSigned = async (deps, item, result, fresh) => {
  const keys = await keysFor(deps, item.villageId, fresh)
  const { campaignId, id, slotId } = item
  const words = acknowledgement({ campaignId, id, slotId, status: result.status, receipt: result.receipt })
  return keys ? isAcknowledged(words, result.ack, keys.acknowledgeKey) : false
}

const isConfirmed = async (deps, item, result) =>
  (await isSigned(deps, item, result, false)) || (await isSigned(deps, item, result, true))

const sealedOf = async (deps, item) => {
  if (item.sealed || !item.locked) return item.sealed
  const keys = await keysFor(deps, item.villageId, false)
  if (!keys) return null
  const wire = await unlock(deps.lockKey, item.locked)
  return sealItem(wire, { exchangeKey: keys.exchangeKey, campaignId: item.campaignId })
}

const settle = async (deps, item, result) => {
  const acked = result.status === 'recorded' || result.status === 'stands'
  const confirmed = acked && (await isConfirmed(deps, item, result))
  const sealed = ends(result) && (confirmed || !acked) ? await sealedOf(deps, item) : null
  const next = settled(item, result, { confirmed, sealed, today: deps.today() })
  await deps.store.put('items', item.seq, next)
}

const settleAll = async (deps, items, results) => {
  for (const item of items) {
    const result = results.find(one => one.id === item.id)
    if (result) await settle(deps, item, result)
  }
}

/** Sends some items; each is noted as tried before the first byte leaves. */
const sendBatch = async (deps, items, wires) => {
  const leaving = items.map(tried)
  for (const item of leaving) await deps.store.put('items', item.seq, item)
  const answer = await deps.server.send(deps.device, wires)
  if (answer.kind === 'ok') await settleAll(deps, leaving, answer.body.results)
  if (answer.kind === 'closed')
    for (const item of leaving)
      await settle(deps, item, { status: 'refused', error: 'campaign-not-collecting' })
  return answer
}

/** A post that the server cannot read is sent item by item, so that one damaged ballot holds up no other. */
const sendApart = async (deps, items, wires) => {
  for (const wire of wires) {
    const item = items.find(one => one.id === wire.id)
    const answer = await sendBatch(deps, [item], [wire])
    if (isUnreadable(answer)) await settle(deps, item, { status: 'faulty', error: answer.code })
    else if (answer.kind !== 'ok' && answer.kind !== 'closed') return answer
  }
  return { kind: 'ok' }
}

const isUnreadable = ({ kind, code }) => kind === 'refused' && code === 'batch-unreadable'

const sendAll = async (deps, items, wires) => {
  const answer = await sendBatch(deps, items, wires)
  return isUnreadable(answer) ? sendApart(deps, items, wires) : answer
}

/** Items as the server wants them. One that this device cannot read any more has to be taken in again. */
const wiresOf = async (deps, items) => {
  const wires = []
  for (const item of items) {
    try {
      wires.push(await unlock(deps.lockKey, item.locked))
    } catch (_lost) {
      await settle(deps, item, { status: 'faulty', error: 'lock-lost' })
    }
  }
  return wires
}

const mine = (deps, items, person) =>
  items.filter(
    item => isWaiting(item) && item.campaignId === deps.campaignId && item.collectorId === person.id,
  )

/**
 * Sends whatever waits of the person signed in. What another collector took in on this device waits for that one.
 * Says how it ended: `done`, `nothing`, or why it stopped; nothing is lost whichever it is.
 */
export const sendWaiting = async deps => {
  const all = await deps.store.all('items')
  if (!all.some(item => isWaiting(item) && item.campaignId === deps.campaignId)) return { kind: 'nothing' }
  const who = await deps.server.whoIs()
  if (who.kind !== 'ok') return who
  const items = mine(deps, all, who.person)
  if (items.length === 0) return { kind: 'another-person', person: who.person }
  const wires = await wiresOf(deps, items)
  for (const batch of batches(wires)) {
    const ids = batch.map(wire => wire.id)
    const own = items.filter(item => ids.indexOf(item.id) >= 0)
    const answer = await sendAll(deps, own, batch)
    if (answer.kind !== 'ok' && answer.kind !== 'closed') return answer
    deps.changed()
  }
  return { kind: 'done' }
}

/** Items with their sealed copies, made now where there is none yet: what an exported file holds. */
export const sealedItems = async (deps, items) => {
  const sealed = []
  for (const item of items) {
    const copy = await sealedOf(deps, item)
    if (copy) sealed.push(Object.assign({}, item, { sealed: copy }))
  }
  return sealed
}
