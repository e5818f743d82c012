import { beforeEach, describe, expect, test } from 'vitest'
import { showRecoveryCode } from '#app/account/recovery.ts'
import { openSecret, sealSecret } from '#app/services/account-seal.server.ts'
import { createAccount } from '#app/services/accounts.server.ts'
import { renewOwnRecoveryCodes, setUpOwnSecondStep } from '#app/services/own-account.server.ts'
import {
  confirmSecondStep,
  findSecondStep,
  offerSecondStep,
  passSecondStep,
} from '#app/services/second-step.server.ts'
import { findPerson, findWaiting } from '#app/services/sessions.server.ts'
import { signIn } from '#app/services/sign-in.server.ts'
import { phoneCode } from '#tests/support/second-step.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const nobody = world.as(null)
const { pool } = world.database
const password = 'mot cau ngan de nho'
const later = (seconds: number) => {
  world.time.now = new Date(world.time.now.getTime() + seconds * 1000)
}

let count = 0

/** A new appraiser, whose role needs the second step. */
const appraiser = async () => {
  count += 1
  const username = `tham-tra-${count}`
  const areaIds = ['99']
  await createAccount(world.as(world.people.admin), {
    username,
    password,
    name: 'Đoàn thẩm tra',
    role: 'appraiser',
    areaIds,
  })
  // A cheap hash of the same password: what is tried here is what comes after it.
  await pool.query(`update account set password_hash = $1 where username = $2`, [cheapHash, username])
  return username
}

const cheapHash = await (async () => {
  const { scryptSync } = await import('node:crypto')
  const salt = Buffer.alloc(16, 7)
  const hash = scryptSync(password, salt, 32, { N: 16, r: 8, p: 1 })
  return ['scrypt', 4, salt.toString('base64url'), hash.toString('base64url')].join('$')
})()

const begin = async (username: string) => {
  const session = await signIn(nobody, { username, password })
  if (!session.ok) throw new Error(session.error)
  return session.value
}

const withSecondStep = async () => {
  const username = await appraiser()
  const { token } = await begin(username)
  const offer = await offerSecondStep(world.system, token)
  if (!offer.ok) throw new Error(offer.error)
  const { secret } = offer.value
  const done = await confirmSecondStep(nobody, { token, typed: phoneCode(secret, world.time.now) })
  if (!done.ok) throw new Error(done.error)
  later(60)
  return { username, secret, ...done.value }
}

const pass = async (username: string, typed: string) => {
  const { token } = await begin(username)
  return passSecondStep(nobody, { token, typed })
}

beforeEach(() => later(3600))

describe('the first sign-in of a role that needs a second step', () => {
  test('opens nothing until a code of the phone confirms it; then another token does', async () => {
    const { token, waiting, expiresAt } = await begin(await appraiser())
    expect(waiting).toBe('second-step-setup')
    expect(expiresAt.getTime() - world.time.now.getTime()).toBe(30 * 60_000)
    expect(await findPerson(world.system, token)).toBeNull()
    const offer = await offerSecondStep(world.system, token)
    if (!offer.ok) throw new Error(offer.error)
    expect(await offerSecondStep(world.system, token)).toEqual(offer)
    expect(await confirmSecondStep(nobody, { token, typed: '000000' })).toMatchObject({ ok: false })
    expect(await findPerson(world.system, token)).toBeNull()
    const typed = phoneCode(offer.value.secret, world.time.now)
    const done = await confirmSecondStep(nobody, { token, typed })
    if (!done.ok) throw new Error(done.error)
    expect(new Set(done.value.recoveryCodes).size).toBe(10)
    expect(await findPerson(world.system, token)).toBeNull()
    expect((await findPerson(world.system, done.value.session.token))?.role).toBe('appraiser')
  })

  test('keeps nothing in the database that lets anybody in', async () => {
    const { secret, recoveryCodes } = await withSecondStep()
    const { rows } = await pool.query(
      `select second_step_secret::text as kept from account where second_step_secret is not null
       union all select code_hash::text from recovery_code`,
    )
    const kept = JSON.stringify(rows)
    expect(kept).not.toContain(secret)
    for (const code of recoveryCodes) expect(kept).not.toContain(Buffer.from(code).toString('hex'))
  })

  test('cannot put a second phone in the place of the first', async () => {
    const username = await appraiser()
    const [first, second] = [await begin(username), await begin(username)]
    const confirm = async ({ token }: { readonly token: string }) => {
      const offer = await offerSecondStep(world.system, token)
      if (!offer.ok) throw new Error(offer.error)
      return confirmSecondStep(nobody, { token, typed: phoneCode(offer.value.secret, world.time.now) })
    }
    expect((await confirm(first)).ok).toBe(true)
    expect(await confirm(second)).toEqual({ ok: false, error: 'not-signed-in' })
  })
})

describe('later sign-ins', () => {
  test('wait for a code of the phone, taken with spaces', async () => {
    const { username, secret } = await withSecondStep()
    const { token, waiting } = await begin(username)
    expect(waiting).toBe('second-step')
    expect(await findPerson(world.system, token)).toBeNull()
    expect(await offerSecondStep(world.system, token)).toEqual({ ok: false, error: 'not-signed-in' })
    const code = phoneCode(secret, world.time.now)
    const session = await passSecondStep(nobody, { token, typed: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect(session.ok && (await findPerson(world.system, session.value.token))?.username).toBe(username)
    expect(await findWaiting(world.system, token)).toBe('none')
  })

  test('take a code once, even when it is sent twice at once', async () => {
    const { username, secret } = await withSecondStep()
    const typed = phoneCode(secret, world.time.now)
    const both = await Promise.all([pass(username, typed), pass(username, typed)])
    expect(both.filter(one => one.ok)).toHaveLength(1)
    expect(both.filter(one => !one.ok && one.error === 'second-step-used')).toHaveLength(1)
  })

  test('take each recovery code once, as it is printed', async () => {
    const { username, recoveryCodes } = await withSecondStep()
    const typed = showRecoveryCode(recoveryCodes[0] ?? '').toLowerCase()
    expect((await pass(username, typed)).ok).toBe(true)
    expect(await pass(username, typed)).toEqual({ ok: false, error: 'second-step-wrong' })
    const { rows } = await pool.query(
      `select detail from audit_event where kind = 'account.recovery-code-used' order by seq desc limit 1`,
    )
    expect(rows[0].detail).toEqual({ username, left: 9 })
  })

  test('do not take another account’s codes', async () => {
    const [mine, yours] = [await withSecondStep(), await withSecondStep()]
    expect((await pass(mine.username, phoneCode(yours.secret, world.time.now))).ok).toBe(false)
    expect((await pass(mine.username, yours.recoveryCodes[0] ?? '')).ok).toBe(false)
  })

  test('lock the name after eight wrong codes, and a right password in between forgives none', async () => {
    const { username, secret } = await withSecondStep()
    const answers: string[] = []
    for (let i = 0; i < 8; i += 1) {
      const answer = await pass(username, '12345')
      answers.push(answer.ok ? 'in' : answer.error)
    }
    expect(new Set(answers)).toEqual(new Set(['second-step-wrong']))
    expect(await signIn(nobody, { username, password })).toEqual({ ok: false, error: 'sign-in-locked' })
    later(600)
    expect((await pass(username, phoneCode(secret, world.time.now))).ok).toBe(true)
  })
})

test('with made-up data a second step is offered and not asked for', async () => {
  const username = await appraiser()
  const demonstration = { ...nobody, demonstration: true }
  const session = await signIn(demonstration, { username, password })
  expect(session).toMatchObject({ ok: true, value: { waiting: null } })
})

describe('somebody signed in', () => {
  test('moves the second step to another phone with the password, and the old phone opens nothing', async () => {
    const { username, secret, session } = await withSecondStep()
    const { token } = session
    const me = world.as(await findPerson(world.system, token))
    const offer = await offerSecondStep(world.system, token)
    if (!offer.ok) throw new Error(offer.error)
    expect(offer.value.replaces).toBe(true)
    const typed = phoneCode(offer.value.secret, world.time.now)
    expect(await setUpOwnSecondStep(me, { token, password: 'sai', typed })).toEqual({
      ok: false,
      error: 'password-wrong',
    })
    expect((await setUpOwnSecondStep(me, { token, password, typed })).ok).toBe(true)
    later(60)
    expect((await pass(username, phoneCode(secret, world.time.now))).ok).toBe(false)
    expect((await pass(username, phoneCode(offer.value.secret, world.time.now))).ok).toBe(true)
  })

  test('gets new recovery codes with the password; the old ones end', async () => {
    const { username, session, recoveryCodes } = await withSecondStep()
    const me = world.as(await findPerson(world.system, session.token))
    expect(await renewOwnRecoveryCodes(me, 'sai')).toEqual({ ok: false, error: 'password-wrong' })
    const fresh = await renewOwnRecoveryCodes(me, password)
    expect(await findSecondStep(me)).toEqual({ setUp: true, recoveryCodesLeft: 10 })
    expect((await pass(username, recoveryCodes[1] ?? '')).ok).toBe(false)
    expect((await pass(username, (fresh.ok && fresh.value[1]) || '')).ok).toBe(true)
    const lan = world.as(world.people.lan)
    await pool.query(`update account set password_hash = $1 where username = 'lan'`, [cheapHash])
    expect(await renewOwnRecoveryCodes(lan, password)).toEqual({ ok: false, error: 'second-step-missing' })
    expect(await renewOwnRecoveryCodes(nobody, password)).toEqual({ ok: false, error: 'not-signed-in' })
  })
})

test('a sealed secret opens for its own account alone', () => {
  const { lan, minh } = world.people
  const sealed = sealSecret(world.system, lan.id, Buffer.from('12345678901234567890'))
  expect(Buffer.from(openSecret(world.system, lan.id, sealed)).toString()).toBe('12345678901234567890')
  expect(() => openSecret(world.system, minh.id, sealed)).toThrow()
})
