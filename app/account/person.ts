import type { AccountId } from '#app/basics/ids.ts'
import type { AreaPath } from './area.ts'

/** Who may have an account (domain §5). Residents have none. */
export const roles = [
  'collector',
  'commune-cadre',
  'province-front',
  'appraiser',
  'coordination-office',
  'peoples-committee',
  'administrator',
] as const

export type Role = (typeof roles)[number]

/** Somebody signed in: one role, in one or several areas. */
export type Person = {
  readonly id: AccountId
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly AreaPath[]
}
