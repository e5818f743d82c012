import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { checkDays, type State, type Step, states, take } from '#app/campaign/campaign.ts'

test('a draft opens, a collecting campaign closes; every other step is refused', () => {
  const steps: readonly Step[] = ['open', 'close']
  const taken = states.flatMap(state =>
    steps.flatMap(step => {
      const result = take(state, step)
      return result.ok ? [`${state} ${step} ${result.value}`] : []
    }),
  )
  expect(taken).toEqual(['draft open collecting', 'collecting close closed'])
  expect(take('closed', 'open')).toEqual({ ok: false, error: 'campaign-step-not-now' })
})

test('no row of steps leads back to a state it left', () => {
  const walk = (state: State): readonly State[] => {
    const next = (['open', 'close'] as const).flatMap(step => {
      const result = take(state, step)
      return result.ok ? [result.value] : []
    })
    return [state, ...next.flatMap(walk)]
  }
  expect(walk('draft')).toEqual(['draft', 'collecting', 'closed'])
})

test('collecting may take one day, and never ends before it starts', () => {
  expect(checkDays('2026-03-02' as Day, '2026-03-02' as Day).ok).toBe(true)
  expect(checkDays('2026-03-02' as Day, '2026-10-01' as Day).ok).toBe(true)
  expect(checkDays('2026-03-02' as Day, '2026-03-01' as Day)).toEqual({ ok: false, error: 'days-reversed' })
})
