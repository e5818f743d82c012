import { randomUUID, webcrypto } from 'node:crypto'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { qd318 } from '#app/questionnaire/suggested/qd318.ts'

const { subtle } = webcrypto

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'base64'))

/** A ballot as a phone holds it: the same answer everywhere, but for what is changed. */
export const ballotItem = (
  slotId: string,
  changes: {
    readonly id?: string
    readonly answer?: 'satisfied' | 'dissatisfied'
    readonly reasons?: Readonly<Record<string, string>>
    readonly channel?: string
  } = {},
) => ({
  id: changes.id ?? randomUUID(),
  slotId,
  kind: 'ballot',
  channel: changes.channel ?? 'visit',
  answers: Object.fromEntries(contentKeys(qd318).map(key => [key, changes.answer ?? 'satisfied'])),
  reasons: changes.reasons ?? {},
  otherOpinion: '',
})

/** A reason for silence as a phone holds it. */
export const outcomeItem = (slotId: string, outcome: string) => ({
  id: randomUUID(),
  slotId,
  kind: 'outcome',
  outcome,
})

/** Seals an item with WebCrypto alone, as a phone does; base64. */
export const sealAsPhone = async (
  item: unknown,
  { exchangeKey, campaignId }: { readonly exchangeKey: string; readonly campaignId: string },
): Promise<string> => {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const theirs = await subtle.importKey('raw', fromBase64(exchangeKey), curve, false, [])
  const fresh = await subtle.generateKey(curve, false, ['deriveBits'])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, fresh.privateKey, 256)
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = utf8(`long-dan/outbox/v1|${campaignId}`)
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }
  const key = await subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const iv = webcrypto.getRandomValues(new Uint8Array(12))
  const text = await subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(JSON.stringify(item)))
  const point = await subtle.exportKey('raw', fresh.publicKey)
  return Buffer.concat([Buffer.from(point), iv, Buffer.from(text)]).toString('base64')
}

/** Whether the server's key signed these words, by WebCrypto alone. */
export const verifyAsPhone = async (
  words: string,
  { ack, acknowledgeKey }: { readonly ack: string; readonly acknowledgeKey: string },
): Promise<boolean> => {
  const how = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await subtle.importKey('raw', fromBase64(acknowledgeKey), how, false, ['verify'])
  return subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64(ack), utf8(words))
}
