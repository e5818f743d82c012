import { expect, test } from 'vitest'
import { type Deed, may, mayEver } from '#app/account/permission.ts'
import { type Person, type Role, roles } from '#app/account/person.ts'
import type { AccountId } from '#app/basics/ids.ts'

const person = (role: Role, ...areas: readonly string[]): Person => ({
  id: 'a' as AccountId,
  username: role,
  name: role,
  role,
  areas,
})

/** Col, Cad, Pro, App, Off, Com, Adm: the seven roles in the order of `roles`; a letter where the deed is allowed. */
const expected: { readonly [deed in Deed]: string } = {
  'account.manage': '. . . . . . a',
  'area.manage': '. . . . . . a',
  'audit.read': '. . p a . . a',
  'campaign.create': '. c . . . . .',
  'campaign.list': 'c c p a o c .',
  'campaign.open': '. c . . . . .',
  'campaign.watch': 'c c p a . . .',
  'campaign.close': '. c . . . . .',
  'register.read': '. c . . . c .',
  'register.import': '. c . . . . .',
  'code.print': '. c . . . . .',
  'ballot.enter': 'c c . . . . .',
  'sheet.enter': '. c . . . . .',
  'rules.read': '. c p a o . .',
  'rules.confirm': '. . p . . . .',
  'results.read': '. c p a o c .',
  'paper.download': '. c p a o c .',
  'pack.download': '. c p a . . .',
  'plan.edit': '. c . . . . .',
  'campaign.cancel': '. c . . . . .',
  'campaign.reopen': '. c . . . . .',
  'register.edit': '. c . . . c .',
  'collector.assign': '. c . . . . .',
  'collector.manage': '. c . . . . a',
  'batch.enter': 'c c . . . . .',
  'signs.read': '. c p a . . .',
  'callback.enter': '. c p . . . .',
  'posting.edit': '. c . . . . .',
  'minutes.record': '. c . . . . .',
  'joint.manage': '. . p . . . .',
  'language.edit': '. c p . . . .',
  'letter.answer': '. c . . . . .',
  'wording.edit': '. . p . . . .',
  'ballots.export': '. c p a . . .',
  'dossier.edit-list': '. . p . o . .',
  'dossier.fill': '. c p . o c .',
  'dossier.read': '. c p a o c .',
  'verification.answer': '. c . . . . .',
  'verification.sign': '. . p a . . .',
  'verification.work': '. . p a . . .',
}

const letters: { readonly [role in Role]: string } = {
  collector: 'c',
  'commune-cadre': 'c',
  'province-front': 'p',
  appraiser: 'a',
  'coordination-office': 'o',
  'peoples-committee': 'c',
  administrator: 'a',
}

const deeds = Object.keys(expected) as Deed[]

test('the whole table: who may do what', () => {
  const shown = deeds.map(deed => [
    deed,
    roles.map(role => (mayEver(person(role), deed) ? letters[role] : '.')).join(' '),
  ])
  expect(Object.fromEntries(shown)).toEqual(expected)
})

test('where a deed is allowed at all, it is allowed inside the person’s areas and nowhere else', () => {
  for (const role of roles)
    for (const deed of deeds) {
      const lan = person(role, '99/99001')
      const places = ['99/99001', '99/99001/v-1', '99', '99/99002', '99/990011', '']
      const allowed = places.filter(place => may(lan, deed, place))
      expect(allowed, `${role} ${deed}`).toEqual(mayEver(lan, deed) ? ['99/99001', '99/99001/v-1'] : [])
    }
})

test('several areas are each within reach, not what lies between them', () => {
  const tam = person('collector', '99/99001/v-1', '99/99002/v-9')
  expect(may(tam, 'ballot.enter', '99/99001/v-1')).toBe(true)
  expect(may(tam, 'ballot.enter', '99/99002/v-9')).toBe(true)
  expect(may(tam, 'ballot.enter', '99/99001/v-2')).toBe(false)
  expect(may(tam, 'ballot.enter', '99/99001')).toBe(false)
})

test('nobody signed in, and somebody without an area, may do nothing', () => {
  for (const deed of deeds) {
    expect(may(null, deed, '99')).toBe(false)
    for (const role of roles) expect(may(person(role), deed, '99')).toBe(false)
  }
})

test('the committee that is judged neither runs nor watches the count; the administrator sees no answers', () => {
  const reach = (role: Role) => deeds.filter(deed => mayEver(person(role), deed))
  expect(reach('peoples-committee').filter(deed => /open|close|watch|enter|print|import/.test(deed))).toEqual(
    [],
  )
  expect(
    reach('administrator').filter(deed => /campaign|ballot|sheet|results|paper|code/.test(deed)),
  ).toEqual([])
})
