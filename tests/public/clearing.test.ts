import { beforeEach, expect, test } from 'vitest'
import { clear } from '../../public/may/clearing.js'
import { memoryStore } from '../../public/may/memory-store.js'

const village = (id: string, slotId: string, channel: string | null = null) => ({
  campaignId: 'c',
  id,
  endsOn: '2026-03-20',
  doors: [{ slotId, channel }],
})

const item = (slotId: string, villageId: string, keepUntil: string | null) => ({
  campaignId: 'c',
  villageId,
  slotId,
  kind: 'ballot',
  state: keepUntil ? 'recorded' : 'unsent',
  keepUntil,
})

const draft = (slotId: string) => ({ campaignId: 'c', slotId, locked: {} })

let store: ReturnType<typeof memoryStore>

beforeEach(async () => {
  store = memoryStore()
  await store.put('villages', 'c|v', village('v', 'one'))
})

const on = (day: string) => new Date(`${day}T09:00:00`)

test('a sealed copy goes after its last day, an unsent ballot and its list never', async () => {
  await store.addItem(item('one', 'v', null), { draftKey: '', replaces: undefined })
  await store.addItem(item('two', 'v', '2026-04-10'), { draftKey: '', replaces: undefined })
  await clear(store, on('2026-04-10'))
  expect(await store.all('items')).toHaveLength(2)
  await clear(store, on('2027-01-01'))
  expect(await store.all('items')).toMatchObject([{ slotId: 'one' }])
  expect(await store.all('villages')).toHaveLength(1)
})

test('a list with nothing waiting goes thirty days after the last day', async () => {
  await clear(store, on('2026-04-19'))
  expect(await store.all('villages')).toHaveLength(1)
  await clear(store, on('2026-04-20'))
  expect(await store.all('villages')).toEqual([])
})

test('a draft stays only while its household waits', async () => {
  await store.put('villages', 'c|w', village('w', 'answered', 'self'))
  await store.put('villages', 'c|x', village('x', 'taken'))
  await store.addItem(item('taken', 'x', null), { draftKey: '', replaces: undefined })
  for (const slot of ['one', 'answered', 'taken', 'gone']) await store.put('drafts', `c|${slot}`, draft(slot))
  await clear(store, on('2026-03-10'))
  expect(await store.all('drafts')).toEqual([draft('one')])
})
