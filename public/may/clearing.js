import { dayOf, daysAfter, hasBallot, KEEP_DAYS } from './item.js'

const clearItems = async (store, today) => {
  for (const { seq, keepUntil } of await store.all('items'))
    if (keepUntil && keepUntil < today) await store.remove('items', seq)
}

/** A list goes so many days after the last day, but never while an item of its village is here. */
const clearVillages = async (store, today) => {
  const items = await store.all('items')
  for (const { campaignId, id, endsOn } of await store.all('villages')) {
    const needed = items.some(item => item.villageId === id && item.campaignId === campaignId)
    if (!needed && daysAfter(endsOn, KEEP_DAYS) < today) await store.remove('villages', `${campaignId}|${id}`)
  }
}

/** A draft is of use only while its household's list is here and has no ballot. */
const clearDrafts = async store => {
  const items = await store.all('items')
  const villages = await store.all('villages')
  const waits = ({ campaignId, slotId }) =>
    villages.some(
      village =>
        village.campaignId === campaignId &&
        village.doors.some(door => door.slotId === slotId && door.channel === null),
    )
  for (const draft of await store.all('drafts'))
    if (hasBallot(items, draft.slotId) || !waits(draft))
      await store.remove('drafts', `${draft.campaignId}|${draft.slotId}`)
}

/** Takes away what is no longer of use: sealed copies and lists after their days, drafts without a purpose. What waits never goes. */
export const clear = async (store, now) => {
  const today = dayOf(now)
  await clearItems(store, today)
  await clearVillages(store, today)
  await clearDrafts(store)
}
