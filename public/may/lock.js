import { inBlocks } from './seal.js'

/**
 * What waits on this device is encrypted with a key that the browser keeps and never hands out: a copy of the stored
 * data alone reads nothing. Whoever holds the unlocked phone and its browser could still send, as the collector could.
 */
const how = { name: 'AES-GCM', length: 256 }

/** The key itself; it can be stored in IndexedDB, and its bytes cannot be read. */
export const newLockKey = () => crypto.subtle.generateKey(how, false, ['encrypt', 'decrypt'])

export const lock = async (key, value) => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = inBlocks(value)
  return { iv, text: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text) }
}

/** Throws when it was locked with another key. */
export const unlock = async (key, { iv, text }) => {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, text)
  return JSON.parse(new TextDecoder().decode(plain))
}
