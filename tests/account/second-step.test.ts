import { expect, test } from 'vitest'
import { roles } from '#app/account/person.ts'
import { afterPassword, requiresSecondStep } from '#app/account/second-step.ts'

test('the provincial Front, the appraiser and the administrator need a second step, nobody else', () => {
  expect(roles.filter(requiresSecondStep)).toEqual(['province-front', 'appraiser', 'administrator'])
})

test.each([
  ['administrator', false, false, 'second-step-setup'],
  ['administrator', true, false, 'second-step'],
  ['administrator', false, true, null],
  ['administrator', true, true, 'second-step'],
  ['collector', false, false, null],
  ['collector', true, false, 'second-step'],
] as const)(
  'after the password of a %s (has one: %s, made-up data: %s) comes %s',
  (role, has, madeUp, next) => {
    expect(afterPassword({ role, hasSecondStep: has, madeUp })).toBe(next)
  },
)
