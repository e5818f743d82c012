import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { type Ballot, ballotSchema, longestTag, writeReceipt } from '#app/ballot/ballot.ts'
import { type AccountId, type SlotId, uuidFrom } from '#app/basics/ids.ts'
import { writeSlotCode } from '#app/household/household.ts'
import type { Reading } from '#app/paper/keying.ts'
import { freshBytes } from './randomness.server.ts'

/** What a derived value is for; each purpose gets values that say nothing about the others'. */
type Purpose =
  | 'acknowledge'
  | 'again'
  | 'attribution'
  | 'ballot'
  | 'code'
  | 'exchange'
  | 'item'
  | 'keying'
  | 'opinion'
  | 'receipt'
  | 'seal'
  | 'shown'

const derive = (key: Buffer, purpose: Purpose, about: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}|${about}`).digest()

const constants = new WeakMap<Buffer, { readonly seal: Buffer; readonly shown: Buffer }>()

/** What every ballot of a campaign is sealed with; derived once for as long as somebody holds the key. */
const secretOf = (key: Buffer, purpose: 'seal' | 'shown'): Buffer => {
  const known = constants.get(key)
  if (known) return known[purpose]
  const made = { seal: derive(key, 'seal', ''), shown: derive(key, 'shown', '') }
  constants.set(key, made)
  return made[purpose]
}

/** The code printed for a slot; each version of it is another code. */
export const slotCode = (key: Buffer, slotId: SlotId, version: number): string =>
  writeSlotCode(derive(key, 'code', `${slotId}|${version}`))

/** What the database finds a code by. Without the server's key, nobody can try codes against a stolen database. */
export const codeLookup = (serverKey: Buffer, code: string): Buffer => derive(serverKey, 'code', code)

/** The receipt of a slot: the same however often the household sends. */
export const receiptOf = (key: Buffer, slotId: SlotId): string => writeReceipt(derive(key, 'receipt', slotId))

/** The id under which a slot's ballot lies in the box until closing: random to whoever has no key. */
export const ballotIdOf = (key: Buffer, slotId: SlotId): string => uuidFrom(derive(key, 'ballot', slotId))

/** Where a slot's later answer waits in the inbox: one place, so that the last one stays. */
export const againIdOf = (key: Buffer, slotId: SlotId): string => uuidFrom(derive(key, 'again', slotId))

/** What an item of a device is found by when it is sent again. */
export const itemHashOf = (key: Buffer, slotId: SlotId, itemId: string): Buffer =>
  derive(key, 'item', `${slotId}|${itemId}`)

/** What a campaign's key pairs with devices are made from: 32 bytes; another attempt gives others. */
export const devicePairBytes = (key: Buffer, use: 'exchange' | 'acknowledge', attempt: number): Buffer =>
  derive(key, use, String(attempt))

/** The id of what a slot's ballot says on a content (or as its other opinion): to be found again when it is replaced. */
export const opinionIdOf = (key: Buffer, slotId: SlotId, content: string | null): string =>
  uuidFrom(derive(key, 'opinion', `${slotId}|${content ?? ''}`))

/**
 * Sealed ballots come in whole blocks, so that their length does not tell a ballot with reasons from one without.
 * What does not fit is deflated, so that a block holds some 2 500 characters of Vietnamese; longer ones are seen to be
 * long while they wait.
 */
const block = 2048

/** Set in the length before the text where it is not deflated. */
const plainMark = 0x80000000

const pad = (body: Buffer, mark: number): Buffer => {
  const padded = Buffer.alloc(Math.ceil((body.length + 4) / block) * block)
  padded.writeUInt32BE(body.length + mark)
  body.copy(padded, 4)
  return padded
}

/** What fits a block lies there as it is: the block is as long either way, and most ballots fit. */
const pack = (text: Buffer): Buffer =>
  text.length + 4 <= block ? pad(text, plainMark) : pad(deflateRawSync(text), 0)

const unpack = (padded: Buffer): string => {
  const length = padded.readUInt32BE()
  if (length < plainMark) return inflateRawSync(padded.subarray(4, 4 + length)).toString()
  return padded.toString('utf8', 4, 4 + length - plainMark)
}

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** Ballots sealed before collectors travelled along have none. */
const sealedSchema = ballotSchema.extend({
  slotId: z.string(),
  collector: z.string().nullable().default(null),
})

const seal = (secret: Buffer, content: object): Buffer => {
  const nonce = freshBytes(nonceLength)
  const encrypt = createCipheriv(cipher, secret, nonce)
  const body = pack(Buffer.from(JSON.stringify(content)))
  const text = Buffer.concat([encrypt.update(body), encrypt.final()])
  return Buffer.concat([nonce, encrypt.getAuthTag(), text])
}

const open = (secret: Buffer, sealed: Buffer): unknown => {
  const decrypt = createDecipheriv(cipher, secret, sealed.subarray(0, nonceLength))
  decrypt.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  const padded = Buffer.concat([decrypt.update(sealed.subarray(nonceLength + tagLength)), decrypt.final()])
  return JSON.parse(unpack(padded))
}

/** A ballot on its way into the box, with its slot and whoever brought it: together only under the seal. */
export type Enclosed = {
  readonly slotId: SlotId
  readonly collector: AccountId | null
  readonly ballot: Ballot
}

/** Seals a ballot together with its slot and its collector: AES-256-GCM, laid out as nonce, tag, text. */
export const sealBallot = (key: Buffer, { slotId, collector, ballot }: Enclosed): Buffer =>
  seal(secretOf(key, 'seal'), { slotId, collector, ...ballot })

/** Opens a sealed ballot; throws when it was altered or sealed with another key. */
export const openBallot = (key: Buffer, sealed: Buffer): Enclosed => {
  const { slotId, collector, ...ballot } = sealedSchema.parse(open(secretOf(key, 'seal'), sealed))
  return { slotId: slotId as SlotId, collector: collector as AccountId | null, ballot }
}

/** Where it is kept who brought which ballot: each village and means has a key of its own. */
type AttributionPlace = { readonly campaignId: string; readonly villageId: string; readonly channel: string }

const attributionKey = (key: Buffer, { campaignId, villageId, channel }: AttributionPlace): Buffer =>
  derive(key, 'attribution', `${campaignId}|${villageId}|${channel}`)

/** Seals who brought which ballot of a village and means. */
export const sealAttribution = (key: Buffer, place: AttributionPlace, content: readonly object[]): Buffer =>
  seal(attributionKey(key, place), content)

/** Opens what `sealAttribution` sealed, its shape unread; throws when it was altered or lies in another place. */
export const openAttribution = (key: Buffer, place: AttributionPlace, sealed: Buffer): unknown =>
  open(attributionKey(key, place), sealed)

/** Where a keyed sheet lies: each place has a key of its own, so that no row can be put in another's place. */
type KeyingPlace = { readonly batchId: string; readonly sheet: number; readonly reading: Reading }

const keyingKey = (key: Buffer, { batchId, sheet, reading }: KeyingPlace): Buffer =>
  derive(key, 'keying', `${batchId}|${sheet}|${reading}`)

/** Seals what was keyed of a sheet of a batch. */
export const sealKeying = (key: Buffer, place: KeyingPlace, ballot: Ballot): Buffer =>
  seal(keyingKey(key, place), ballot)

/** Opens what was keyed of a sheet; throws when it was altered or lies in another place. */
export const openKeying = (key: Buffer, place: KeyingPlace, sealed: Buffer): Ballot =>
  ballotSchema.parse(open(keyingKey(key, place), sealed))

/** Seals the tag of the language that a boxed ballot was shown in, in as many bytes whichever it is. */
export const sealShown = (key: Buffer, language: string): Buffer => {
  const nonce = freshBytes(nonceLength)
  const encrypt = createCipheriv(cipher, secretOf(key, 'shown'), nonce)
  const text = Buffer.concat([encrypt.update(language.padEnd(longestTag)), encrypt.final()])
  return Buffer.concat([nonce, encrypt.getAuthTag(), text])
}

/** Opens what `sealShown` sealed; throws when it was altered or sealed with another key. */
export const openShown = (key: Buffer, sealed: Buffer): string => {
  const decrypt = createDecipheriv(cipher, secretOf(key, 'shown'), sealed.subarray(0, nonceLength))
  decrypt.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  const text = Buffer.concat([decrypt.update(sealed.subarray(nonceLength + tagLength)), decrypt.final()])
  return text.toString().trimEnd()
}
