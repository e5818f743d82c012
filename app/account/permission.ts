import { type AreaPath, liesWithin } from './area.ts'
import type { Person, Role } from './person.ts'

/** Everything staff can do, each named `concept.deed`. */
export type Deed =
  | 'account.manage'
  | 'area.manage'
  | 'audit.read'
  | 'campaign.create'
  | 'campaign.list'
  | 'campaign.open'
  | 'campaign.watch'
  | 'campaign.close'
  | 'register.read'
  | 'register.import'
  | 'code.print'
  | 'ballot.enter'
  | 'sheet.enter'
  | 'rules.read'
  | 'rules.confirm'
  | 'results.read'
  | 'paper.download'
  | 'pack.download'
  | 'plan.edit'
  | 'campaign.cancel'
  | 'campaign.reopen'
  | 'register.edit'
  | 'collector.assign'
  | 'collector.manage'
  | 'batch.enter'
  | 'signs.read'
  | 'callback.enter'
  | 'posting.edit'
  | 'minutes.record'
  | 'joint.manage'
  | 'language.edit'
  | 'letter.answer'
  | 'ballots.export'
  | 'dossier.edit-list'
  | 'dossier.fill'
  | 'dossier.read'
  | 'wording.edit'
  | 'verification.answer'
  | 'verification.sign'
  | 'verification.work'

/**
 * The one permission table: a deed not named for a role is refused. The people's committee is judged by the count,
 * so it reads closed results only; the administrator keeps accounts and sees no answers (domain §5).
 */
const table: { readonly [role in Role]: readonly Deed[] } = {
  collector: ['campaign.list', 'campaign.watch', 'ballot.enter', 'batch.enter'],
  'commune-cadre': [
    'pack.download',
    'dossier.fill',
    'dossier.read',
    'verification.answer',
    'ballots.export',
    'language.edit',
    'letter.answer',
    'rules.read',
    'sheet.enter',
    'campaign.create',
    'campaign.list',
    'campaign.open',
    'campaign.watch',
    'campaign.close',
    'register.read',
    'register.import',
    'code.print',
    'ballot.enter',
    'results.read',
    'paper.download',
    'plan.edit',
    'campaign.cancel',
    'campaign.reopen',
    'register.edit',
    'collector.assign',
    'collector.manage',
    'batch.enter',
    'signs.read',
    'callback.enter',
    'posting.edit',
    'minutes.record',
  ],
  'province-front': [
    'pack.download',
    'dossier.edit-list',
    'dossier.fill',
    'dossier.read',
    'wording.edit',
    'verification.sign',
    'verification.work',
    'ballots.export',
    'language.edit',
    'signs.read',
    'callback.enter',
    'joint.manage',
    'rules.read',
    'rules.confirm',
    'campaign.list',
    'campaign.watch',
    'results.read',
    'paper.download',
    'audit.read',
  ],
  appraiser: [
    'pack.download',
    'dossier.read',
    'verification.sign',
    'verification.work',
    'ballots.export',
    'signs.read',
    'rules.read',
    'campaign.list',
    'campaign.watch',
    'results.read',
    'paper.download',
    'audit.read',
  ],
  'coordination-office': [
    'dossier.edit-list',
    'dossier.fill',
    'dossier.read',
    'rules.read',
    'campaign.list',
    'results.read',
    'paper.download',
  ],
  'peoples-committee': [
    'dossier.fill',
    'dossier.read',
    'campaign.list',
    'results.read',
    'paper.download',
    'register.read',
    'register.edit',
  ],
  administrator: ['account.manage', 'collector.manage', 'area.manage', 'audit.read'],
}

/** Whether this role may ever do this deed, wherever: which links a screen shows. */
export const mayEver = (person: Pick<Person, 'role'>, deed: Deed): boolean =>
  table[person.role].includes(deed)

/** Whether the one role may do everything that the other may. */
export const mayAtLeast = (role: Role, other: Role): boolean =>
  table[other].every(deed => table[role].includes(deed))

/** Whether this person may do this deed at this place: asked inside every service deed. */
export const may = (person: Person | null, deed: Deed, place: AreaPath): person is Person =>
  person !== null && mayEver(person, deed) && person.areas.some(area => liesWithin(place, area))

/** The deed of whoever looks after accounts of this role: a commune keeps its own collectors. */
export const manageDeed = (role: Role): 'account.manage' | 'collector.manage' =>
  role === 'collector' ? 'collector.manage' : 'account.manage'
