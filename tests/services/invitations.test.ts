import { scryptSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type AccountChange, changeAccount } from '#app/services/account-changing.server.ts'
import {
  disableAccount,
  enableAccount,
  findManagedAccount,
  resetAccount,
} from '#app/services/accounts-managed.server.ts'
import {
  acceptInvitation,
  findInvitations,
  inviteAccount,
  openInvitation,
  revokeInvitation,
} from '#app/services/invitations.server.ts'
import { finishReset, openReset } from '#app/services/own-account.server.ts'
import { findPerson } from '#app/services/sessions.server.ts'
import { signIn } from '#app/services/sign-in.server.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { pool } = world.database
const { admin, lan, minh, hoa } = world.people
const nobody = world.as(null)
const password = 'mot cau ngan de nho'
const village = '99001-Suối Mơ'
const collector = { name: 'Tổ thôn Suối Mơ', role: 'collector' as const, areaIds: [village] }
const days = (count: number) => count * 86_400_000

const salt = Buffer.alloc(16, 7)
const cheap = `scrypt$4$${salt.toString('base64url')}$${scryptSync(password, salt, 32, { N: 16, r: 8, p: 1 }).toString('base64url')}`
await pool.query('update account set password_hash = $1', [cheap])

const invite = async (request: Parameters<typeof inviteAccount>[1], as = lan): Promise<string> => {
  const made = await inviteAccount(world.as(as), request)
  if (!made.ok) throw new Error(made.error)
  return made.value.url.split('/').at(-1) ?? ''
}

describe('an invitation', () => {
  test('of a collector is made by the commune’s own cadre, and opens an account in the village alone', async () => {
    const token = await invite(collector)
    expect(await openInvitation(world.system, token)).toMatchObject({
      ok: true,
      value: { name: collector.name, role: 'collector', areas: ['Suối Mơ'] },
    })
    const session = await acceptInvitation(nobody, { token, username: 'to-suoimo', password })
    if (!session.ok) throw new Error(session.error)
    expect(await findPerson(world.system, session.value.token)).toMatchObject({
      username: 'to-suoimo',
      name: collector.name,
      role: 'collector',
      areas: [`99/99001/${village}`],
    })
  })

  test('is good once, even when it is sent twice at once', async () => {
    const token = await invite(collector)
    const both = await Promise.all(
      ['mot', 'hai'].map(username => acceptInvitation(nobody, { token, username, password })),
    )
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect(both.filter(one => !one.ok && one.error === 'invitation-unknown')).toHaveLength(1)
  })

  test('stays good after a name that is taken or a short password', async () => {
    const token = await invite(collector)
    const asked = { token, username: 'lan', password }
    expect(await acceptInvitation(nobody, asked)).toEqual({ ok: false, error: 'username-taken' })
    expect(await acceptInvitation(nobody, { ...asked, username: 'ba', password: 'ngan' })).toEqual({
      ok: false,
      error: 'password-too-short',
    })
    expect((await acceptInvitation(nobody, { ...asked, username: 'ba' })).ok).toBe(true)
  })

  test('lasts seven days', async () => {
    const start = world.time.now
    const token = await invite(collector)
    world.time.now = new Date(start.getTime() + days(7) - 1)
    expect((await openInvitation(world.system, token)).ok).toBe(true)
    world.time.now = new Date(start.getTime() + days(7))
    expect(await openInvitation(world.system, token)).toEqual({ ok: false, error: 'invitation-unknown' })
    expect(await acceptInvitation(nobody, { token, username: 'tre', password })).toEqual({
      ok: false,
      error: 'invitation-unknown',
    })
    world.time.now = start
  })

  test('into a role that needs it leads to setting up the second step', async () => {
    const token = await invite({ name: 'Đoàn thẩm tra', role: 'appraiser', areaIds: ['99'] }, admin)
    const session = await acceptInvitation(nobody, { token, username: 'tham-tra', password })
    expect(session).toMatchObject({ ok: true, value: { waiting: 'second-step-setup' } })
    expect(session.ok && (await findPerson(world.system, session.value.token))).toBeNull()
  })

  test.each([
    ['another commune’s cadre', minh, collector, 'forbidden'],
    ['an appraiser', hoa, collector, 'forbidden'],
    [
      'a cadre, for another cadre',
      lan,
      { ...collector, role: 'commune-cadre', areaIds: ['99001'] },
      'forbidden',
    ],
    ['a cadre, for two communes', lan, { ...collector, areaIds: [village, '99002-Suối Mơ'] }, 'forbidden'],
    ['a cadre, for no area', lan, { ...collector, areaIds: [] }, 'area-unknown'],
    ['a cadre, without a name', lan, { ...collector, name: ' ' }, 'name-missing'],
    [
      'the administrator, where the role does not belong',
      admin,
      { ...collector, areaIds: ['99'] },
      'role-not-here',
    ],
  ] as const)('is not made by %s', async (_, person, request, error) => {
    expect(await inviteAccount(world.as(person), request)).toEqual({ ok: false, error })
  })

  test('is listed while it is open and taken back by whoever looks after its area', async () => {
    const token = await invite({ ...collector, name: 'Sẽ thu hồi' })
    const listed = async (person: typeof lan) => {
      const found = await findInvitations(world.as(person), 1)
      return found.ok ? found.value.rows : []
    }
    const mine = (await listed(lan)).find(one => one.name === 'Sẽ thu hồi')
    expect(await listed(minh)).toEqual([])
    expect(await findInvitations(world.as(hoa), 1)).toEqual({ ok: false, error: 'forbidden' })
    expect(await revokeInvitation(world.as(minh), mine?.id ?? '')).toEqual({ ok: false, error: 'forbidden' })
    expect((await revokeInvitation(world.as(lan), mine?.id ?? '')).ok).toBe(true)
    expect(await openInvitation(world.system, token)).toEqual({ ok: false, error: 'invitation-unknown' })
    expect(await revokeInvitation(world.as(lan), 'x')).toEqual({ ok: false, error: 'invitation-unknown' })
  })

  test('lies in the database as a hash', async () => {
    const token = await invite(collector)
    const { rows } = await pool.query('select token_hash from invitation')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows)
      for (const form of ['base64url', 'hex'] as const)
        expect((await openInvitation(world.system, row.token_hash.toString(form))).ok).toBe(false)
    expect((await openInvitation(world.system, token)).ok).toBe(true)
  })
})

const signedIn = async (username: string) => {
  const session = await signIn(nobody, { username, password })
  if (!session.ok) throw new Error(session.error)
  return session.value.token
}

describe('an account', () => {
  test('is shut by its superior, which ends its sessions, and opened again as it was', async () => {
    const token = await signedIn('tam')
    expect(await disableAccount(world.as(minh), 'tam')).toEqual({ ok: false, error: 'forbidden' })
    expect((await disableAccount(world.as(lan), 'tam')).ok).toBe(true)
    expect(await findPerson(world.system, token)).toBeNull()
    expect(await signIn(nobody, { username: 'tam', password })).toEqual({ ok: false, error: 'sign-in-wrong' })
    expect(await resetAccount(world.as(lan), { username: 'tam', secondStep: false })).toEqual({
      ok: false,
      error: 'account-disabled',
    })
    expect((await enableAccount(world.as(lan), 'tam')).ok).toBe(true)
    expect(await findPerson(world.system, token)).toBeNull()
    await signedIn('tam')
  })

  test('cannot shut itself out', async () => {
    expect(await disableAccount(world.as(admin), 'quan-tri')).toEqual({ ok: false, error: 'account-own' })
    expect(await resetAccount(world.as(admin), { username: 'quan-tri', secondStep: true })).toEqual({
      ok: false,
      error: 'account-own',
    })
  })

  test('of another role or area is none of a cadre’s business', async () => {
    for (const username of ['binh', 'minh', 'quan-tri'])
      for (const deed of [disableAccount, enableAccount, findManagedAccount])
        expect(await deed(world.as(lan), username)).toEqual({ ok: false, error: 'forbidden' })
    expect(await findManagedAccount(world.as(lan), 'khong-ai')).toEqual({
      ok: false,
      error: 'account-unknown',
    })
  })

  test('gets a new password by a link: the old one and all sessions end at once, the link is good once', async () => {
    const token = await signedIn('minh')
    const made = await resetAccount(world.as(admin), { username: 'minh', secondStep: false })
    if (!made.ok) throw new Error(made.error)
    const link = made.value.url.split('/').at(-1) ?? ''
    expect(await findPerson(world.system, token)).toBeNull()
    expect((await signIn(nobody, { username: 'minh', password })).ok).toBe(false)
    expect(await openReset(world.system, link)).toEqual({
      ok: true,
      value: { username: 'minh', name: 'minh' },
    })
    expect(await finishReset(nobody, { token: link, password: 'ngan' })).toMatchObject({
      error: 'password-too-short',
    })
    const next = 'mot cau khac han'
    const both = await Promise.all([1, 2].map(() => finishReset(nobody, { token: link, password: next })))
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect((await signIn(nobody, { username: 'minh', password: next })).ok).toBe(true)
    expect(await openReset(world.system, link)).toEqual({ ok: false, error: 'reset-unknown' })
  })

  test('has one link for a new password, the last, and for two days', async () => {
    const start = world.time.now
    const make = async () => {
      const made = await resetAccount(world.as(admin), { username: 'hoa', secondStep: true })
      return (made.ok && made.value.url.split('/').at(-1)) || ''
    }
    const [first, second] = [await make(), await make()]
    expect((await openReset(world.system, first)).ok).toBe(false)
    expect((await openReset(world.system, second)).ok).toBe(true)
    world.time.now = new Date(start.getTime() + days(2))
    expect((await openReset(world.system, second)).ok).toBe(false)
    world.time.now = start
  })
})

describe('the rights of an account', () => {
  const asked: AccountChange = { username: 'tam', role: 'collector', areaIds: [village], confirmed: false }
  const rightsOf = async (username: string) => {
    const found = await findManagedAccount(world.as(admin), username)
    return found.ok ? [found.value.role, ...found.value.areaPaths] : found
  }

  test('are changed by its superior, asked first where something is taken away; its sessions end', async () => {
    const { rows } = await pool.query(`select path from area where id = $1`, [village])
    const token = await signedIn('tam')
    const before = await rightsOf('tam')
    expect(await changeAccount(world.as(lan), asked)).toEqual({ ok: false, error: 'account-loses-rights' })
    expect(await rightsOf('tam')).toEqual(before)
    expect((await changeAccount(world.as(lan), { ...asked, confirmed: true })).ok).toBe(true)
    expect(await rightsOf('tam')).toEqual(['collector', rows[0].path])
    expect(await findPerson(world.system, token)).toBeNull()
    const traces = await pool.query('select kind, detail from audit_event order by seq desc limit 1')
    expect(traces.rows[0]).toEqual({
      kind: 'account.changed',
      detail: { username: 'tam', formerRole: 'collector', role: 'collector', areas: village },
    })
    expect(await changeAccount(world.as(lan), asked)).toEqual({ ok: false, error: 'nothing-changed' })
    const whole = { ...asked, areaIds: ['99001'] }
    expect((await changeAccount(world.as(lan), whole)).ok).toBe(true)
  })

  test.each([
    [lan, { role: 'commune-cadre' as const, areaIds: ['99001'] }, 'forbidden'],
    [lan, { areaIds: ['99002'] }, 'forbidden'],
    [minh, {}, 'forbidden'],
    [null, {}, 'forbidden'],
    [admin, { username: 'khong-ai' }, 'account-unknown'],
    [admin, { areaIds: ['khong-co'] }, 'area-unknown'],
    [admin, { role: 'province-front' as const }, 'role-not-here'],
    [admin, { username: 'quan-tri' }, 'account-own'],
  ])('are not given beyond one’s own: %#', async (person, change, error) => {
    const before = await rightsOf('tam')
    expect(await changeAccount(world.as(person), { ...asked, ...change })).toEqual({ ok: false, error })
    expect(await rightsOf('tam')).toEqual(before)
  })

  test('never leave the installation without an administrator, even when two put each other out at once', async () => {
    const made = await inviteAccount(world.as(admin), {
      ...{ name: 'Quản trị hai', role: 'administrator' as const, areaIds: ['99'] },
    })
    const link = made.ok ? (made.value.url.split('/').at(-1) ?? '') : ''
    await acceptInvitation(nobody, { token: link, username: 'quan-tri-hai', password })
    const { rows } = await pool.query(`select id from account where username = 'quan-tri-hai'`)
    const second = { ...admin, id: rows[0].id, username: 'quan-tri-hai' }
    const front = { role: 'province-front' as const, areaIds: ['99'], confirmed: true }
    const both = await Promise.all([
      changeAccount(world.as(admin), { ...front, username: 'quan-tri-hai' }),
      disableAccount(world.as(second), 'quan-tri'),
    ])
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect(both).toContainEqual({ ok: false, error: 'administrator-last' })
  })
})
