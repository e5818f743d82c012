import { mayEver } from '#app/account/permission.ts'
import type { Person, Role } from '#app/account/person.ts'

export type Section =
  | 'campaigns'
  | 'verification'
  | 'dossiers'
  | 'register'
  | 'rules'
  | 'languages'
  | 'wording'
  | 'administration'
  | 'audit'

/** What an office page says of whoever looks at it: name, role, and the sections open to them. */
export type Viewer = { readonly name: string; readonly role: Role; readonly sections: readonly Section[] }

/** The person as the office's frame shows them. */
export const viewerOf = (person: Person): Viewer => ({
  name: person.name,
  role: person.role,
  sections: [
    ...(mayEver(person, 'campaign.list') ? (['campaigns'] as const) : []),
    ...(mayEver(person, 'verification.work') ? (['verification'] as const) : []),
    ...(mayEver(person, 'dossier.read') ? (['dossiers'] as const) : []),
    ...(mayEver(person, 'register.read') ? (['register'] as const) : []),
    ...(mayEver(person, 'rules.read') ? (['rules'] as const) : []),
    ...(mayEver(person, 'language.edit') ? (['languages'] as const) : []),
    ...(mayEver(person, 'wording.edit') ? (['wording'] as const) : []),
    ...(mayEver(person, 'audit.read') ? (['audit'] as const) : []),
    ...(mayEver(person, 'collector.manage') ? (['administration'] as const) : []),
  ],
})
