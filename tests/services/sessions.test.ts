import { scryptSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { changePassword } from '#app/services/own-account.server.ts'
import {
  endOtherSessions,
  endSession,
  findOwnSessions,
  findPerson,
  signOut,
} from '#app/services/sessions.server.ts'
import { signIn } from '#app/services/sign-in.server.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { pool } = world.database
const nobody = world.as(null)
const password = 'mot cau ngan de nho'
const salt = Buffer.alloc(16, 7)
const cheap = (text: string) =>
  `scrypt$4$${salt.toString('base64url')}$${scryptSync(text, salt, 32, { N: 16, r: 8, p: 1 }).toString('base64url')}`
await pool.query(`update account set password_hash = $1 where username in ('lan', 'minh')`, [cheap(password)])

const phone =
  'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36'

const begin = async (username: string, secret = password): Promise<string> => {
  const session = await signIn(nobody, { username, password: secret, userAgent: phone })
  if (!session.ok) throw new Error(session.error)
  return session.value.token
}

const contextOf = async (token: string) => world.as(await findPerson(world.system, token))

test('one’s own sessions are listed with browser, beginning and last day, without any address', async () => {
  const [here, there] = [await begin('lan'), await begin('lan')]
  await begin('minh')
  const listed = await findOwnSessions(await contextOf(here), here)
  expect(listed).toHaveLength(2)
  expect(listed.filter(one => one.here)).toHaveLength(1)
  expect(listed[0]).toMatchObject({
    browser: { family: 'chrome', device: 'android' },
    lastSeenOn: '2026-03-02',
    since: world.time.now,
  })
  world.time.now = new Date('2026-03-02T15:59:00Z')
  await findPerson(world.system, there)
  world.time.now = new Date('2026-03-02T17:01:00Z')
  expect(await findPerson(world.system, there)).toBeNull()
  expect(await findOwnSessions(nobody, here)).toEqual([])
})

test('the last day of a session follows its use beyond midnight', async () => {
  const token = await begin('lan')
  world.time.now = new Date(world.time.now.getTime() + 13 * 3_600_000)
  const [session] = await findOwnSessions(await contextOf(token), token)
  expect(session?.lastSeenOn).toBe('2026-03-03')
})

test('a session is ended by its owner and by nobody else', async () => {
  const [here, there, minhs] = [await begin('lan'), await begin('lan'), await begin('minh')]
  const lan = await contextOf(here)
  const other = (await findOwnSessions(await contextOf(minhs), minhs)).find(one => one.here)
  expect(await endSession(lan, other?.id ?? '')).toEqual({ ok: false, error: 'session-unknown' })
  expect(await endSession(lan, "'; drop")).toEqual({ ok: false, error: 'session-unknown' })
  expect(await endSession(nobody, other?.id ?? '')).toEqual({ ok: false, error: 'not-signed-in' })
  const mine = (await findOwnSessions(await contextOf(there), there)).find(one => one.here)
  expect((await endSession(lan, mine?.id ?? '')).ok).toBe(true)
  expect(await findPerson(world.system, there)).toBeNull()
  expect((await findPerson(world.system, here))?.username).toBe('lan')
  expect((await findPerson(world.system, minhs))?.username).toBe('minh')
})

test('all other sessions end at once, the own one stays', async () => {
  const [here, there, minhs] = [await begin('lan'), await begin('lan'), await begin('minh')]
  expect((await endOtherSessions(await contextOf(here), here)).ok).toBe(true)
  expect(await findPerson(world.system, there)).toBeNull()
  expect((await findPerson(world.system, here))?.username).toBe('lan')
  expect((await findPerson(world.system, minhs))?.username).toBe('minh')
})

test('a new password is taken with the old one, ends other sessions, and the old one opens nothing more', async () => {
  const [here, there] = [await begin('lan'), await begin('lan')]
  const me = await contextOf(here)
  const next = 'mot cau khac han'
  const asked = { token: here, current: password, next }
  expect(await changePassword(me, { ...asked, next: 'ngan' })).toEqual({
    ok: false,
    error: 'password-too-short',
  })
  expect(await changePassword(me, { ...asked, current: 'sai' })).toEqual({
    ok: false,
    error: 'password-wrong',
  })
  expect(await changePassword(nobody, asked)).toEqual({ ok: false, error: 'not-signed-in' })
  expect(await changePassword(me, asked)).toEqual({ ok: true, value: null })
  expect((await findPerson(world.system, here))?.username).toBe('lan')
  expect(await findPerson(world.system, there)).toBeNull()
  expect((await signIn(nobody, { username: 'lan', password })).ok).toBe(false)
  expect((await signIn(nobody, { username: 'lan', password: next })).ok).toBe(true)
})

test('guessing the password from an open session locks the name like guessing it at the door', async () => {
  const token = await begin('minh')
  const me = await contextOf(token)
  const guess = () => changePassword(me, { token, current: 'sai', next: 'mot cau khac han' })
  for (let i = 0; i < 8; i += 1) expect(await guess()).toMatchObject({ error: 'password-wrong' })
  expect(await guess()).toMatchObject({ error: 'sign-in-locked' })
})

test('signing out a second time, or with a token that is none, changes nothing', async () => {
  const token = await begin('lan', 'mot cau khac han')
  await signOut(nobody, token)
  const count = async () => (await pool.query('select count(*)::int as n from audit_event')).rows[0].n
  const before = await count()
  await signOut(nobody, token)
  await signOut(nobody, '')
  expect(await count()).toBe(before)
})
