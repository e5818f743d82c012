import { hasBallot } from './item.js'

/** The store of a browser that keeps nothing: gone with the page, so no success rests on it. */
export const memoryStore = () => {
  const tables = { meta: new Map(), villages: new Map(), items: new Map(), drafts: new Map() }
  let seq = 0
  return {
    durable: false,
    get: async (table, key) => tables[table].get(key),
    all: async table => Array.from(tables[table].values()),
    put: async (table, key, value) => void tables[table].set(key, value),
    remove: async (table, key) => void tables[table].delete(key),
    addItem: async (item, { draftKey, replaces }) => {
      if (replaces) tables.items.delete(replaces)
      if (item.kind === 'ballot' && hasBallot(Array.from(tables.items.values()), item.slotId)) return null
      seq += 1
      const added = Object.assign({}, item, { seq })
      tables.items.set(seq, added)
      tables.drafts.delete(draftKey)
      return added
    },
  }
}
