/**
 * What only the campaign's server can open, and what only it can have signed. The server's counterpart is
 * app/services/device-seal.server.ts: the two agree byte for byte.
 */
const utf8 = text => new TextEncoder().encode(text)

/** Bytes; a ballot without texts fits into one. */
const BLOCK = 2048

/**
 * A value as JSON in whole blocks, filled up with blanks, which JSON does not mind: "dissatisfied" is longer than
 * "satisfied", and without them the length of what is encrypted would count the dissatisfied answers.
 */
export const inBlocks = value => {
  const text = utf8(JSON.stringify(value))
  const filled = new Uint8Array(Math.ceil(text.length / BLOCK) * BLOCK).fill(0x20)
  filled.set(text)
  return filled
}

export const toBase64 = bytes => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

export const fromBase64 = text => Uint8Array.from(atob(text), character => character.charCodeAt(0))

const joined = parts => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const curve = { name: 'ECDH', namedCurve: 'P-256' }

const sealingKey = async (privateKey, theirs, campaignId) => {
  const { subtle } = crypto
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256)
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const how = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: utf8(`long-dan/outbox/v1|${campaignId}`),
  }
  return subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
}

/**
 * Seals an item to the campaign's exchange key (base64 of the raw point): base64 of a fresh public point (65 bytes),
 * nonce (12), AES-256-GCM text and tag. Nobody opens it without the server's key, this device included.
 */
export const sealItem = async (item, { exchangeKey, campaignId }) => {
  const { subtle } = crypto
  const theirs = await subtle.importKey('raw', fromBase64(exchangeKey), curve, false, [])
  const fresh = await subtle.generateKey(curve, false, ['deriveBits'])
  const key = await sealingKey(fresh.privateKey, theirs, campaignId)
  const point = new Uint8Array(await subtle.exportKey('raw', fresh.publicKey))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const text = await subtle.encrypt({ name: 'AES-GCM', iv }, key, inBlocks(item))
  return toBase64(joined([point, iv, new Uint8Array(text)]))
}

/** The words that the server signs when a ballot is on its disk. */
export const acknowledgement = ({ campaignId, id, slotId, status, receipt }) =>
  `long-dan/ack/v1|${campaignId}|${id}|${slotId}|${status}|${receipt || ''}`

/** Whether the server's key (base64 of the raw point) signed these words; false for anything unreadable. */
export const isAcknowledged = async (words, ack, acknowledgeKey) => {
  if (typeof ack !== 'string') return false
  const how = { name: 'ECDSA', namedCurve: 'P-256' }
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64(acknowledgeKey), how, false, ['verify'])
    const signed = { name: 'ECDSA', hash: 'SHA-256' }
    return await crypto.subtle.verify(signed, key, fromBase64(ack), utf8(words))
  } catch (_unreadable) {
    return false
  }
}
