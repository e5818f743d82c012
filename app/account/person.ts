import type { AccountId } from '#app/basics/ids.ts'
import type { AreaKind, AreaPath } from './area.ts'

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

/** Which roles belong to which kind of area (domain §5). */
export const rolesAt: { readonly [kind in AreaKind]: readonly Role[] } = {
  province: ['province-front', 'appraiser', 'coordination-office', 'administrator'],
  commune: ['commune-cadre', 'collector', 'peoples-committee'],
  village: ['collector'],
}
