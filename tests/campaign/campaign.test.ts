import { expect, test } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { checkDays, type State, type Step, states, take } from '#app/campaign/campaign.ts'

const steps: readonly Step[] = [
  'plan',
  'open',
  'close',
  'post',
  'submit',
  'return',
  'resubmit',
  'accept',
  'file',
  'reopen',
  'cancel',
]

test('each step leads from the states it is for, and from no other', () => {
  const taken = states.flatMap(state =>
    steps.flatMap(step => {
      const result = take(state, step)
      return result.ok ? [`${state} ${step} ${result.value}`] : []
    }),
  )
  expect(taken).toEqual([
    'draft plan planned',
    'draft open collecting',
    'draft cancel cancelled',
    'planned open collecting',
    'planned cancel cancelled',
    'collecting close closed',
    'collecting cancel cancelled',
    'closed post posted',
    'closed reopen collecting',
    'posted submit awaiting-verification',
    'posted reopen collecting',
    'awaiting-verification return returned',
    'awaiting-verification accept verified',
    'awaiting-verification reopen collecting',
    'returned resubmit awaiting-verification',
    'returned reopen collecting',
    'verified file filed',
    'verified reopen collecting',
  ])
  expect(take('closed', 'open')).toEqual({ ok: false, error: 'campaign-step-not-now' })
})

test('no row of steps leads back to a state it left, but for a reopening and for a dossier sent back and forth', () => {
  const walk = (state: State): readonly State[] => {
    const next = steps
      .filter(step => step !== 'reopen' && step !== 'resubmit')
      .flatMap(step => {
        const result = take(state, step)
        return result.ok ? [result.value] : []
      })
    return next.length === 0 ? [state] : next.flatMap(later => [state, ...walk(later)])
  }
  expect(new Set(walk('draft'))).toEqual(
    new Set([
      'draft',
      'planned',
      'collecting',
      'closed',
      'posted',
      'awaiting-verification',
      'returned',
      'verified',
      'filed',
      'cancelled',
    ]),
  )
})

test('collecting may take one day, and never ends before it starts', () => {
  expect(checkDays('2026-03-02' as Day, '2026-03-02' as Day).ok).toBe(true)
  expect(checkDays('2026-03-02' as Day, '2026-10-01' as Day).ok).toBe(true)
  expect(checkDays('2026-03-02' as Day, '2026-03-01' as Day)).toEqual({ ok: false, error: 'days-reversed' })
})
