import type { Role } from './person.ts'

/**
 * Roles that see a whole province or keep its accounts: a password alone does not let them in. Others may ask for a
 * second step of their own accord.
 */
const requiring: readonly Role[] = ['province-front', 'appraiser', 'administrator']

/** Whether this role has to show a second step. */
export const requiresSecondStep = (role: Role): boolean => requiring.includes(role)

/** What a session still waits for: nothing, the second step, or the first setting up of one. */
export type Waiting = null | 'second-step' | 'second-step-setup'

export type SecondStepStanding = {
  readonly role: Role
  /** Whether the account has set a second step up. */
  readonly hasSecondStep: boolean
  /** Whether the installation shows made-up data, where the second step is offered and not asked for. */
  readonly madeUp: boolean
}

/** What comes after the right password. */
export const afterPassword = ({ role, hasSecondStep, madeUp }: SecondStepStanding): Waiting => {
  if (hasSecondStep) return 'second-step'
  return requiresSecondStep(role) && !madeUp ? 'second-step-setup' : null
}
