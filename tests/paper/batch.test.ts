import { expect, test } from 'vitest'
import { type BatchCounts, checkClosing, differingOf, stageOf } from '#app/paper/batch.ts'

const whole: BatchCounts = { sheets: 5, ticked: 5, answered: 0, first: 5, second: 5, resolved: 5 }

test('a batch closes only when sheets, households and resolved sheets are the same number', () => {
  expect(checkClosing(whole).ok).toBe(true)
  expect(checkClosing({ ...whole, resolved: 4 })).toMatchObject({ error: 'batch-not-keyed' })
  for (const ticked of [4, 6])
    expect(checkClosing({ ...whole, ticked })).toMatchObject({ error: 'batch-ticks-differ' })
})

test('a ticked household that has answered meanwhile keeps the batch open', () => {
  expect(checkClosing({ ...whole, answered: 1 })).toMatchObject({ error: 'batch-household-answered' })
})

test('sheets keyed twice and not resolved are the differing ones', () => {
  expect(differingOf({ ...whole, second: 4, resolved: 1 })).toBe(3)
})

test('a batch is keyed, keyed again, freed of differences, ticked, and then ready', () => {
  const stages = [
    { ...whole, first: 4, second: 3, resolved: 3 },
    { ...whole, second: 4, resolved: 4 },
    { ...whole, resolved: 4 },
    { ...whole, ticked: 2 },
    { ...whole, answered: 1 },
    whole,
  ].map(counts => stageOf('open', counts))
  expect(stages).toEqual(['first-keying', 'second-keying', 'differences', 'ticking', 'ticking', 'ready'])
  expect(stageOf('voided', whole)).toBe('voided')
})
