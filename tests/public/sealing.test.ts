import {
  createDecipheriv,
  createECDH,
  createPrivateKey,
  createPublicKey,
  type ECDH,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { expect, test } from 'vitest'
import { lock, newLockKey, unlock } from '../../public/may/lock.js'
import { acknowledgement, fromBase64, isAcknowledged, sealItem, toBase64 } from '../../public/may/seal.js'

const campaignId = '11111111-2222-4333-8444-555555555555'
const item = {
  id: 'a',
  slotId: 's',
  kind: 'ballot',
  answers: { road: 'satisfied' },
  otherOpinion: 'Đường tốt, điện đủ',
}

const serverKeys = (): { readonly ecdh: ECDH; readonly exchangeKey: string } => {
  const ecdh = createECDH('prime256v1')
  return { ecdh, exchangeKey: ecdh.generateKeys().toString('base64') }
}

/** As the server opens it, with Node's own functions: point, nonce, text and tag. */
const open = (ecdh: ECDH, sealed: string, campaign: string): unknown => {
  const bytes = Buffer.from(sealed, 'base64')
  const shared = ecdh.computeSecret(bytes.subarray(0, 65))
  const info = Buffer.from(`long-dan/outbox/v1|${campaign}`)
  const key = Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), info, 32))
  const decrypt = createDecipheriv('aes-256-gcm', key, bytes.subarray(65, 77))
  decrypt.setAuthTag(bytes.subarray(-16))
  return JSON.parse(
    Buffer.concat([decrypt.update(bytes.subarray(77, -16)), decrypt.final()]).toString('utf8'),
  )
}

test('the server opens what a device sealed, and the device itself keeps no key to it', async () => {
  const { ecdh, exchangeKey } = serverKeys()
  const sealed = await sealItem(item, { exchangeKey, campaignId })
  expect(open(ecdh, sealed, campaignId)).toEqual(item)
  expect(await sealItem(item, { exchangeKey, campaignId })).not.toBe(sealed)
})

test('another campaign’s key or name does not open it', async () => {
  const { ecdh, exchangeKey } = serverKeys()
  const sealed = await sealItem(item, { exchangeKey, campaignId })
  expect(() => open(serverKeys().ecdh, sealed, campaignId)).toThrow()
  expect(() => open(ecdh, sealed, 'another')).toThrow()
})

const rawPoint = (key: KeyObject): string => {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' })
  const parts = [Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return Buffer.concat(parts).toString('base64')
}

const signedBy = (key: KeyObject, words: string): string =>
  sign('sha256', Buffer.from(words), { key, dsaEncoding: 'ieee-p1363' }).toString('base64')

test('a receipt counts only with the server’s signature over exactly these words', async () => {
  const key = createPrivateKey(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  )
  const words = acknowledgement({
    campaignId,
    id: 'a',
    slotId: 's',
    status: 'recorded',
    receipt: 'ABCDE-FGHJK',
  })
  expect(words).toBe(`long-dan/ack/v1|${campaignId}|a|s|recorded|ABCDE-FGHJK`)
  const ack = signedBy(key, words)
  expect(await isAcknowledged(words, ack, rawPoint(key))).toBe(true)
  expect(await isAcknowledged(words.replace('recorded', 'stands'), ack, rawPoint(key))).toBe(false)
  expect(await isAcknowledged(words, ack, serverKeys().exchangeKey)).toBe(false)
  expect(await isAcknowledged(words, undefined, rawPoint(key))).toBe(false)
  expect(await isAcknowledged(words, 'not base64 !', rawPoint(key))).toBe(false)
})

test('what waits on a device is unreadable without the device’s key', async () => {
  const key = await newLockKey()
  const locked = await lock(key, item)
  expect(Buffer.from(locked.text).toString('latin1')).not.toContain('satisfied')
  expect(await unlock(key, locked)).toEqual(item)
  await expect(unlock(await newLockKey(), locked)).rejects.toThrow()
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

test('the length of what is kept tells nothing of the answers', async () => {
  const { exchangeKey } = serverKeys()
  const key = await newLockKey()
  const ballot = (answer: string) => ({
    ...item,
    answers: Object.fromEntries([...'abcdefghijklmnopqrst'].map(k => [k, answer])),
  })
  const [fine, sore] = [ballot('satisfied'), ballot('dissatisfied')]
  const lengths = async (value: unknown) => [
    (await sealItem(value, { exchangeKey, campaignId })).length,
    (await lock(key, value)).text.byteLength,
  ]
  expect(await lengths(sore)).toEqual(await lengths(fine))
  expect(await unlock(key, await lock(key, sore))).toEqual(sore)
})

test('base64 comes back as it went', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  expect(fromBase64(toBase64(bytes))).toEqual(bytes)
})
