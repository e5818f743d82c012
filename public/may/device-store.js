import { hasBallot } from './item.js'

const NAME = 'long-dan-may'
const TABLES = ['meta', 'villages', 'items', 'drafts']

const asked = request =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      for (const table of TABLES)
        request.result.createObjectStore(
          table,
          table === 'items' ? { keyPath: 'seq', autoIncrement: true } : undefined,
        )
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('blocked'))
  })

/** Resolves when the transaction is complete: on disk, as far as the browser can say so. */
const finished = transaction =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error || new Error('aborted'))
    transaction.onerror = () => reject(transaction.error)
  })

/** Browsers that do not know `durability` leave it out; the others flush before they say it is done. */
const writing = (db, tables) => db.transaction(tables, 'readwrite', { durability: 'strict' })

const tablesOf = db => ({
  durable: true,
  get: async (table, key) => asked(db.transaction(table).objectStore(table).get(key)),
  all: async table => asked(db.transaction(table).objectStore(table).getAll()),
  put: async (table, key, value) => {
    const transaction = writing(db, [table])
    const store = transaction.objectStore(table)
    if (table === 'items') store.put(value)
    else store.put(value, key)
    return finished(transaction)
  },
  remove: async (table, key) => {
    const transaction = writing(db, [table])
    transaction.objectStore(table).delete(key)
    return finished(transaction)
  },
  addItem: (item, about) => addItem(db, item, about),
})

/**
 * Takes a new item in and its draft out, at once or not at all. Null when the household already has a ballot here, from
 * another tab perhaps.
 */
const addItem = async (db, item, { draftKey, replaces }) => {
  const transaction = writing(db, ['items', 'drafts'])
  const items = transaction.objectStore('items')
  const whole = finished(transaction)
  let added = null
  items.getAll().onsuccess = event => {
    const others = event.target.result.filter(other => other.seq !== replaces)
    if (item.kind === 'ballot' && hasBallot(others, item.slotId)) return
    if (replaces) items.delete(replaces)
    items.add(item).onsuccess = adding => {
      added = Object.assign({}, item, { seq: adding.target.result })
    }
    transaction.objectStore('drafts').delete(draftKey)
  }
  await whole
  return added
}

/**
 * The browser's own store, tried by writing and reading before anything is trusted to it. Throws where the browser
 * refuses: private windows, storage switched off, a full disk.
 */
export const deviceStore = async newLockKey => {
  const store = tablesOf(await open())
  if (!(await store.get('meta', 'lock'))) await store.put('meta', 'lock', await newLockKey())
  const probe = String(Math.random())
  await store.put('meta', 'probe', probe)
  if ((await store.get('meta', 'probe')) !== probe || !(await store.get('meta', 'lock')))
    throw new Error('not kept')
  return store
}
