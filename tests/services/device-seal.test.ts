import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { acknowledger, devicePoints, unsealer } from '#app/services/device-seal.server.ts'
import { sealAsPhone, verifyAsPhone } from '#tests/support/device.ts'

const key = randomBytes(32)
const campaignId = '00000000-0000-4000-8000-000000000001'
const points = devicePoints(key)
const item = { id: 'a', otherOpinion: 'Đường liên thôn còn lầy — mong sửa sớm.' }

describe('what a phone seals to a campaign', () => {
  it('opens with the key of the campaign, every letter as it was', async () => {
    const sealed = await sealAsPhone(item, { exchangeKey: points.exchangeKey, campaignId })
    expect(JSON.parse(unsealer(key, campaignId)(Buffer.from(sealed, 'base64')) ?? '')).toEqual(item)
  })

  it('opens with no other key and under no other campaign', async () => {
    const sealed = Buffer.from(
      await sealAsPhone(item, { exchangeKey: points.exchangeKey, campaignId }),
      'base64',
    )
    expect(unsealer(randomBytes(32), campaignId)(sealed)).toBeNull()
    expect(unsealer(key, '00000000-0000-4000-8000-000000000002')(sealed)).toBeNull()
  })

  it('is unreadable after one bit changed anywhere, cut short, or empty', async () => {
    const sealed = Buffer.from(
      await sealAsPhone(item, { exchangeKey: points.exchangeKey, campaignId }),
      'base64',
    )
    const open = unsealer(key, campaignId)
    for (const at of [0, 1, 40, 64, 65, 70, 77, 90, sealed.length - 1]) {
      const bent = Buffer.from(sealed)
      bent[at] = (bent[at] ?? 0) ^ 1
      expect(open(bent), `byte ${at}`).toBeNull()
    }
    expect(open(sealed.subarray(0, 80))).toBeNull()
    expect(open(Buffer.alloc(0))).toBeNull()
    expect(open(Buffer.alloc(200))).toBeNull()
  })
})

describe('an acknowledgement', () => {
  const promise = { campaignId, id: 'i1', slotId: 's1', status: 'recorded' as const, receipt: 'ABCDE-FGHJK' }
  const words = `long-dan/ack/v1|${campaignId}|i1|s1|recorded|ABCDE-FGHJK`

  it('is verified by a phone with the point it was given, and by those words alone', async () => {
    const ack = acknowledger(key)(promise)
    expect(Buffer.from(ack, 'base64')).toHaveLength(64)
    const mine = { ack, acknowledgeKey: points.acknowledgeKey }
    expect(await verifyAsPhone(words, mine)).toBe(true)
    expect(await verifyAsPhone(words.replace('recorded', 'stands'), mine)).toBe(false)
    const another = devicePoints(randomBytes(32)).acknowledgeKey
    expect(await verifyAsPhone(words, { ack, acknowledgeKey: another })).toBe(false)
  })

  it('without a receipt ends in nothing', async () => {
    const ack = acknowledger(key)({ ...promise, receipt: undefined })
    const bare = `long-dan/ack/v1|${campaignId}|i1|s1|recorded|`
    expect(await verifyAsPhone(bare, { ack, acknowledgeKey: points.acknowledgeKey })).toBe(true)
  })
})

describe('the two points of a campaign', () => {
  it('are the same whenever they are made, differ from each other, and are 65 bytes of an uncompressed point', () => {
    expect(devicePoints(key)).toEqual(points)
    expect(points.exchangeKey).not.toBe(points.acknowledgeKey)
    for (const point of Object.values(points)) {
      expect(Buffer.from(point, 'base64')).toHaveLength(65)
      expect(Buffer.from(point, 'base64')[0]).toBe(4)
    }
  })

  it('exist for every key: what falls outside the range of the curve is tried again', () => {
    for (let tried = 0; tried < 200; tried += 1) expect(() => devicePoints(randomBytes(32))).not.toThrow()
  })
})
