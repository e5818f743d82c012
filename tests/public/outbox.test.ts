import { describe, expect, test } from 'vitest'
import {
  batches,
  daysAfter,
  ends,
  hasBallot,
  isWaiting,
  KEEP_DAYS,
  newItem,
  outboxFile,
  settled,
  tried,
} from '../../public/may/item.js'

const wire = { id: 'a', slotId: 's', kind: 'ballot', channel: 'visit' }
const place = { campaignId: 'c', villageId: 'v', collectorId: 'me', collectorName: 'Tổ' }
const fresh = newItem({ wire, locked: { text: 'locked' }, place })
const how = { confirmed: true, sealed: 'sealed', today: '2026-03-02' }
const recorded = { id: 'a', status: 'recorded', receipt: 'ABCDE-FGHJK' }

describe('an item in the outbox', () => {
  test('waits until the server has signed for it', () => {
    expect(isWaiting(fresh)).toBe(true)
    expect(isWaiting(tried(fresh))).toBe(true)
    expect(isWaiting(settled(tried(fresh), recorded, how))).toBe(false)
  })

  test('says nothing of the answers outside its locked copy', () => {
    const said = newItem({ wire: { ...wire, answers: { road: 'dissatisfied' } }, locked: null, place })
    expect(JSON.stringify(said)).not.toContain('satisfied')
  })

  test('loses its readable copy only for a sealed one, kept for so many days', () => {
    const done = settled(tried(fresh), recorded, how)
    expect(done).toMatchObject({ state: 'recorded', locked: null, sealed: 'sealed', receipt: 'ABCDE-FGHJK' })
    expect(done.keepUntil).toBe(daysAfter('2026-03-02', KEEP_DAYS))
    expect(settled(tried(fresh), recorded, { ...how, sealed: null })).toMatchObject({ state: 'sent' })
  })

  test('stays readable when the signature does not fit', () => {
    const doubted = settled(tried(fresh), recorded, { ...how, confirmed: false })
    expect(doubted).toMatchObject({ state: 'sent', error: 'ack-unverified', locked: { text: 'locked' } })
  })

  test('that stands behind an earlier ballot is settled too', () => {
    expect(settled(tried(fresh), { status: 'stands', receipt: 'X' }, how)).toMatchObject({ state: 'stands' })
  })

  test('that cannot be read by the server stays to be mended, and does not bar the household', () => {
    const faulty = settled(tried(fresh), { status: 'faulty', error: 'answer-missing' }, how)
    expect(faulty).toMatchObject({ state: 'faulty', locked: { text: 'locked' } })
    expect(hasBallot([faulty], 's')).toBe(false)
    expect(hasBallot([fresh], 's')).toBe(true)
  })

  test('is given up only for refusals that sending again cannot mend', () => {
    const closed = { status: 'refused', error: 'campaign-not-collecting' }
    const later = { status: 'refused', error: 'campaign-key-missing' }
    expect([ends(closed), ends(later)]).toEqual([true, false])
    expect(settled(tried(fresh), closed, how)).toMatchObject({
      state: 'refused',
      locked: null,
      sealed: 'sealed',
    })
    expect(settled(tried(fresh), later, how)).toMatchObject({ state: 'sent', locked: { text: 'locked' } })
  })
})

test('posts stay under fifty items and 64 kB, in order', () => {
  const wires = Array.from({ length: 120 }, (_, at) => ({
    id: String(at),
    text: 'ư'.repeat(at % 10 === 0 ? 9000 : 5),
  }))
  const cut = batches(wires)
  expect(cut.flat().map(one => one.id)).toEqual(wires.map(one => one.id))
  expect(Math.max(...cut.map(batch => batch.length))).toBeLessThanOrEqual(50)
  const sizes = cut.map(batch => Buffer.byteLength(JSON.stringify({ device: 'x'.repeat(36), items: batch })))
  expect(Math.max(...sizes)).toBeLessThan(64 * 1024)
})

test('days are counted over months and leap years', () => {
  expect(daysAfter('2026-01-31', 1)).toBe('2026-02-01')
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysAfter('2026-12-05', 30)).toBe('2027-01-04')
})

test('an exported file holds ids and sealed copies alone', () => {
  const done = settled(tried(fresh), recorded, how)
  const file = outboxFile({ campaignId: 'c', collectorId: 'me', device: 'd', items: [done] })
  expect(file).toEqual({
    format: 'long-dan-outbox',
    version: 1,
    campaignId: 'c',
    collectorId: 'me',
    device: 'd',
    items: [{ id: 'a', sealed: 'sealed' }],
  })
})
