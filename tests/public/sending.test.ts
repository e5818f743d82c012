import { createECDH, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { newItem } from '../../public/may/item.js'
import { lock, newLockKey } from '../../public/may/lock.js'
import { memoryStore } from '../../public/may/memory-store.js'
import { acknowledgement } from '../../public/may/seal.js'
import { sealedItems, sendWaiting } from '../../public/may/send.js'

const campaignId = randomUUID()
const me = { id: 'tam', name: 'Tâm' }

type Wire = { readonly id: string; readonly slotId: string }

/** A server in little: the first ballot of a household is recorded, the same item again gets the same answer. */
const littleServer = () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  const keys = {
    exchangeKey: createECDH('prime256v1').generateKeys().toString('base64'),
    acknowledgeKey: point.toString('base64'),
  }
  const taken = new Map<string, string>()
  const resultOf = ({ id, slotId }: Wire) => {
    const first = taken.get(slotId) ?? id
    taken.set(slotId, first)
    const status = first === id ? 'recorded' : 'stands'
    const receipt = `R-${slotId}`
    const words = acknowledgement({ campaignId, id, slotId, status, receipt })
    const how = { key: pair.privateKey, dsaEncoding: 'ieee-p1363' } as const
    return { id, status, receipt, ack: sign('sha256', Buffer.from(words), how).toString('base64') }
  }
  return {
    keys,
    taken,
    person: me,
    posts: 0,
    answer: (items: readonly Wire[]): unknown => ({ kind: 'ok', body: { results: items.map(resultOf) } }),
    async whoIs(): Promise<unknown> {
      return { kind: 'ok', person: this.person }
    },
    async village() {
      return { kind: 'ok', body: keys }
    },
    async send(_device: string, items: readonly Wire[]) {
      this.posts += 1
      return this.answer(items)
    },
  }
}

const newDevice = async () => {
  const server = littleServer()
  const store = memoryStore()
  const lockKey = await newLockKey()
  await store.put('villages', `${campaignId}|v`, { campaignId, id: 'v', ...server.keys })
  const deps = {
    store,
    server,
    lockKey,
    campaignId,
    device: randomUUID(),
    today: () => '2026-03-02',
    changed: () => undefined,
  }
  const add = async (slotId: string, collector = me) => {
    const wire = {
      id: randomUUID(),
      slotId,
      kind: 'ballot',
      channel: 'visit',
      answers: { road: 'satisfied' },
    }
    const place = { campaignId, villageId: 'v', collectorId: collector.id, collectorName: collector.name }
    return store.addItem(newItem({ wire, locked: await lock(lockKey, wire), place }), {
      draftKey: slotId,
      replaces: undefined,
    })
  }
  const states = async () => (await store.all('items')).map((item: { state: string }) => item.state)
  return { deps, server, store, add, states }
}

let device: Awaited<ReturnType<typeof newDevice>>

beforeEach(async () => {
  device = await newDevice()
})

describe('sending what waits', () => {
  test('ends with a receipt and a sealed copy of each, and nothing readable', async () => {
    await device.add('one')
    await device.add('two')
    expect(await sendWaiting(device.deps)).toEqual({ kind: 'done' })
    const items = await device.store.all('items')
    expect(items.map((item: { receipt: string }) => item.receipt)).toEqual(['R-one', 'R-two'])
    expect(items.every((item: { locked: unknown; sealed: unknown }) => !item.locked && item.sealed)).toBe(
      true,
    )
    expect(await sendWaiting(device.deps)).toEqual({ kind: 'nothing' })
    expect(device.server.posts).toBe(1)
  })

  test('a lost reply leaves the item readable; sent again, it is the same ballot', async () => {
    await device.add('one')
    const answering = device.server.answer
    device.server.answer = items => {
      answering(items)
      return { kind: 'unreachable' }
    }
    expect(await sendWaiting(device.deps)).toEqual({ kind: 'unreachable' })
    expect(await device.states()).toEqual(['sent'])
    device.server.answer = answering
    await sendWaiting(device.deps)
    expect(await device.states()).toEqual(['recorded'])
    expect(device.server.taken.size).toBe(1)
  })

  test('an answer that nobody signed settles nothing', async () => {
    await device.add('one')
    const answering = device.server.answer
    device.server.answer = items => {
      const { body } = answering(items) as { body: { results: readonly object[] } }
      return { kind: 'ok', body: { results: body.results.map(result => ({ ...result, ack: 'AAAA' })) } }
    }
    await sendWaiting(device.deps)
    expect(await device.store.all('items')).toMatchObject([
      { state: 'sent', error: 'ack-unverified', locked: expect.anything() },
    ])
  })

  test('a reopened campaign’s new key is asked for before a signature is doubted', async () => {
    const known = await device.store.get('villages', `${campaignId}|v`)
    const stale = littleServer().keys
    await device.store.put('villages', `${campaignId}|v`, { ...known, ...stale })
    await device.add('one')
    await sendWaiting(device.deps)
    expect(await device.states()).toEqual(['recorded'])
  })

  test('a household met twice stands by its first ballot', async () => {
    device.server.taken.set('one', 'somebody else’s')
    await device.add('one')
    await sendWaiting(device.deps)
    expect(await device.states()).toEqual(['stands'])
  })

  test('signed out, nothing leaves and nothing is lost', async () => {
    await device.add('one')
    device.server.whoIs = async () => ({ kind: 'signed-out' })
    expect(await sendWaiting(device.deps)).toEqual({ kind: 'signed-out' })
    expect(await device.states()).toEqual(['unsent'])
    expect(device.server.posts).toBe(0)
  })

  test('another collector’s ballots are not sent in this one’s name', async () => {
    await device.add('one', { id: 'other', name: 'Người khác' })
    expect(await sendWaiting(device.deps)).toEqual({ kind: 'another-person', person: me })
    expect(await device.states()).toEqual(['unsent'])
    await device.add('two')
    await sendWaiting(device.deps)
    expect(await device.states()).toEqual(['unsent', 'recorded'])
  })

  test('a closed campaign keeps what came too late sealed, to be exported', async () => {
    await device.add('one')
    device.server.answer = () => ({ kind: 'closed' })
    await sendWaiting(device.deps)
    expect(await device.store.all('items')).toMatchObject([
      { state: 'refused', error: 'campaign-not-collecting', locked: null, sealed: expect.any(String) },
    ])
  })

  test('one damaged ballot holds up no other', async () => {
    const bad = await device.add('bad')
    await device.add('good')
    const answering = device.server.answer
    device.server.answer = items =>
      items.some(item => item.slotId === 'bad')
        ? { kind: 'refused', code: 'batch-unreadable' }
        : answering(items)
    expect(await sendWaiting(device.deps)).toEqual({ kind: 'done' })
    expect(await device.states()).toEqual(['faulty', 'recorded'])
    expect(await device.store.get('items', bad.seq)).toMatchObject({ locked: expect.anything() })
  })

  test('what this device cannot read any more is said to be lost, and the rest goes', async () => {
    await device.add('lost')
    await device.add('good')
    const [lost] = await device.store.all('items')
    await device.store.put('items', lost.seq, { ...lost, locked: await lock(await newLockKey(), {}) })
    expect(await sendWaiting(device.deps)).toEqual({ kind: 'done' })
    expect(await device.states()).toEqual(['faulty', 'recorded'])
  })

  test('an item the server says nothing of waits on', async () => {
    await device.add('one')
    device.server.answer = () => ({ kind: 'ok', body: { results: [] } })
    await sendWaiting(device.deps)
    expect(await device.states()).toEqual(['sent'])
  })
})

test('unsent items are sealed for the file and stay to be sent', async () => {
  await device.add('one')
  const sealed = await sealedItems(device.deps, await device.store.all('items'))
  expect(sealed).toMatchObject([{ sealed: expect.any(String) }])
  expect(await device.states()).toEqual(['unsent'])
})

test('a household has one ballot on a device', async () => {
  expect(await device.add('one')).toMatchObject({ seq: 1 })
  expect(await device.add('one')).toBeNull()
})
