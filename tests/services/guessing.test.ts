import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { SlotId } from '#app/basics/ids.ts'
import { slotCode } from '#app/services/seal.server.ts'
import { findDoor } from '#app/services/slots.server.ts'
import { collectingCampaign, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { codesOf } = await collectingCampaign(world, { 'Đồi Chè': 5 })
const [right = ''] = codesOf('Đồi Chè')

/** Well formed, as a guesser makes them, and nobody's. */
const guess = () => findDoor(world.system, slotCode(Buffer.alloc(32), randomUUID() as SlotId, 1))
const guessMany = async (count: number) => {
  for (let i = 0; i < count; i++) expect(await guess()).toEqual({ ok: false, error: 'code-unknown' })
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

test('guesses are held back once there are many, a right code is answered before them, and a minute forgives', async () => {
  await guessMany(32)
  const order: string[] = []
  const wrong = guess().then(() => order.push('wrong'))
  const open = findDoor(world.system, right).then(door => order.push(door.ok ? 'right' : 'lost'))
  expect(await timed(() => Promise.all([wrong, open]))).toBeGreaterThan(500)
  expect(order).toEqual(['right', 'wrong'])
  world.time.now = new Date(world.time.now.getTime() + 60_001)
  expect(await timed(guess)).toBeLessThan(500)
})

test('a slip of the finger that no code can be is no guess', async () => {
  world.time.now = new Date(world.time.now.getTime() + 60_001)
  for (let i = 0; i < 60; i++)
    expect(await findDoor(world.system, 'ABCDE')).toMatchObject({ error: 'code-mistyped' })
  expect(await timed(guess)).toBeLessThan(500)
})
