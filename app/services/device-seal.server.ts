import {
  createDecipheriv,
  createECDH,
  createPrivateKey,
  type ECDH,
  hkdfSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { devicePairBytes } from './seal.server.ts'

type Use = 'exchange' | 'acknowledge'

const curve = 'prime256v1'

/** Order n of the curve P-256 (FIPS 186-4, D.1.2.3): a private key is a number from 1 to n - 1. */
const order = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex')

const isScalar = (bytes: Buffer): boolean => bytes.compare(order) < 0 && bytes.some(byte => byte !== 0)

/** One in four thousand million tries lies outside the range; the next one is taken then. */
const scalarOf = (key: Buffer, use: Use, attempt = 0): Buffer => {
  const bytes = devicePairBytes(key, use, attempt)
  return isScalar(bytes) ? bytes : scalarOf(key, use, attempt + 1)
}

const pairOf = (key: Buffer, use: Use): ECDH => {
  const pair = createECDH(curve)
  pair.setPrivateKey(scalarOf(key, use))
  return pair
}

/** The public points that devices get: raw, uncompressed (65 bytes), in base64. */
export type DevicePoints = { readonly exchangeKey: string; readonly acknowledgeKey: string }

/**
 * The campaign's public points. The private keys follow from the campaign's key and are stored nowhere, so they are gone
 * with it at closing: what devices sealed is then unreadable for ever.
 */
export const devicePoints = (key: Buffer): DevicePoints => ({
  exchangeKey: pairOf(key, 'exchange').getPublicKey('base64'),
  acknowledgeKey: pairOf(key, 'acknowledge').getPublicKey('base64'),
})

const signingKey = (key: Buffer): KeyObject => {
  const pair = pairOf(key, 'acknowledge')
  const point = pair.getPublicKey()
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(part => part.toString('base64url'))
  const d = scalarOf(key, 'acknowledge').toString('base64url')
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', d, x, y } })
}

/** What the server promises of an item it has taken in. */
export type Acknowledgement = {
  readonly campaignId: string
  readonly id: string
  readonly slotId: string
  readonly status: 'recorded' | 'stands'
  readonly receipt: string | undefined
}

/** Signs acknowledgements of one campaign: ECDSA P-256 with SHA-256, raw r||s, in base64. */
export const acknowledger = (key: Buffer): ((promise: Acknowledgement) => string) => {
  const privateKey = signingKey(key)
  return ({ campaignId, id, slotId, status, receipt = '' }) => {
    const words = `long-dan/ack/v1|${campaignId}|${id}|${slotId}|${status}|${receipt}`
    const options = { key: privateKey, dsaEncoding: 'ieee-p1363' as const }
    return sign('sha256', Buffer.from(words), options).toString('base64')
  }
}

const [pointLength, nonceLength, tagLength] = [65, 12, 16]

const openSealed = (pair: ECDH, campaignId: string, sealed: Buffer): string => {
  const nonceAt = pointLength + nonceLength
  const shared = pair.computeSecret(sealed.subarray(0, pointLength))
  const info = `long-dan/outbox/v1|${campaignId}`
  const key = Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), info, 32))
  const decrypt = createDecipheriv('aes-256-gcm', key, sealed.subarray(pointLength, nonceAt))
  decrypt.setAuthTag(sealed.subarray(-tagLength))
  const text = sealed.subarray(nonceAt, -tagLength)
  return Buffer.concat([decrypt.update(text), decrypt.final()]).toString('utf8')
}

/**
 * Opens what devices sealed to the campaign: fresh public point (65 bytes), nonce (12), AES-256-GCM text and tag; the key
 * is HKDF-SHA-256 of the ECDH secret. Null for whatever was altered or sealed to another key.
 */
export const unsealer = (key: Buffer, campaignId: string): ((sealed: Buffer) => string | null) => {
  const pair = pairOf(key, 'exchange')
  return sealed => {
    if (sealed.length <= pointLength + nonceLength + tagLength) return null
    try {
      return openSealed(pair, campaignId, sealed)
    } catch {
      return null
    }
  }
}
