import { newItem } from './item.js'
import { lock, unlock } from './lock.js'
import { memoryStore } from './memory-store.js'
import { sendWaiting } from './send.js'

const hex = byte => byte.toString(16).padStart(2, '0')

/** A UUID of version 4; `crypto.randomUUID` is younger than the phones this runs on. */
export const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const text = Array.from(bytes, hex).join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}

const draftKey = (app, slotId) => `${app.campaign.id}|${slotId}`

/** What was being typed for a household, or null. One that cannot be read any more is let go. */
export const findDraft = async (app, slotId) => {
  const kept = await app.store.get('drafts', draftKey(app, slotId))
  if (!kept) return null
  try {
    return await unlock(app.lockKey, kept.locked)
  } catch (_unreadable) {
    await dropDraft(app, slotId)
    return null
  }
}

export const keepDraft = async (app, slotId, draft) => {
  const locked = await lock(app.lockKey, draft)
  return app.store.put('drafts', draftKey(app, slotId), { campaignId: app.campaign.id, slotId, locked })
}

export const dropDraft = (app, slotId) => app.store.remove('drafts', draftKey(app, slotId))

/** The readable copy of an item that has to be mended; null when it cannot be read here any more. */
export const draftOfItem = async (app, item) => {
  try {
    return await unlock(app.lockKey, item.locked)
  } catch (_lost) {
    return null
  }
}

/**
 * Sends one item past the store, where the browser keeps nothing: a success only when the server has signed for it.
 * The settled item stays in memory alone, so that the list knows it.
 */
const sendDirectly = async (app, item) => {
  const store = memoryStore()
  const key = `${item.campaignId}|${item.villageId}`
  await store.put('villages', key, await app.store.get('villages', key))
  const { seq } = await store.addItem(item, {})
  const ended = await sendWaiting(Object.assign(app.sending(), { store, changed: () => {} }))
  const sent = await store.get('items', seq)
  if (sent.state !== 'recorded' && sent.state !== 'stands') return { kind: 'not-sent', ended, item: sent }
  if (!app.store.durable) await app.store.addItem(sent, { draftKey: draftKey(app, item.slotId) })
  return { kind: 'sent', item: sent }
}

const keep = async (app, item, replaces) => {
  if (!app.store.durable) return 'full'
  try {
    const about = { draftKey: draftKey(app, item.slotId), replaces }
    return await app.store.addItem(item, about)
  } catch (_full) {
    return 'full'
  }
}

/**
 * Takes a ballot or an outcome in. `kept`: it is on this device's disk and will be sent. `sent`: the server signed for
 * it, nothing is kept. `twice`: the household has a ballot here already. `not-sent`: neither kept nor sent, so the form
 * must stay.
 */
export const take = async (app, { wire, villageId, replaces }) => {
  const place = {
    campaignId: app.campaign.id,
    villageId,
    collectorId: app.me.id,
    collectorName: app.me.name,
  }
  const locked = await lock(app.lockKey, wire)
  const item = newItem({ wire, locked, place })
  const kept = await keep(app, item, replaces)
  if (kept === 'full') return sendDirectly(app, item)
  return kept ? { kind: 'kept', item: kept } : { kind: 'twice' }
}
