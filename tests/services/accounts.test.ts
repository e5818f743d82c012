import { createHash, randomBytes, scryptSync } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { type AccountRequest, createAccount } from '#app/services/accounts.server.ts'
import { findAccounts } from '#app/services/accounts-managed.server.ts'
import { findPerson, type Session, signOut } from '#app/services/sessions.server.ts'
import { signIn } from '#app/services/sign-in.server.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const admin = world.as(world.people.admin)
const nobody = world.as(null)
const { pool } = world.database
const start = world.time.now

const request: AccountRequest = {
  username: 'hanh',
  name: 'Nguyễn Thị Hạnh',
  password: 'hoa-gạo-tháng-ba',
  role: 'commune-cadre',
  areaIds: ['99001'],
}

const hanh = { username: 'hanh', password: 'hoa-gạo-tháng-ba' }
const wrong = { ...hanh, password: 'hoa-gao-thang-ba' }
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds)
const minutes = 60_000
const hours = 60 * minutes

const sessionOf = async (credentials: typeof hanh): Promise<Session> => {
  const signed = await signIn(nobody, credentials)
  if (!signed.ok) throw new Error(signed.error)
  return signed.value
}

const made = await createAccount(admin, request)

/** Thu's hash was made long ago at a small cost, which its stored form tells: her many sign-ins take no time here. */
const thu = { username: 'thu', password: 'một-mật-khẩu-cũ' }
const wrongForThu = { ...thu, password: 'mot-mat-khau-cu' }
await createAccount(admin, { ...request, ...thu })
const salt = randomBytes(16)
const hash = scryptSync(thu.password.normalize('NFC'), salt, 32, { N: 16, r: 8, p: 1 })
await pool.query(`update account set password_hash = $1 where username = 'thu'`, [
  ['scrypt', 4, salt.toString('base64url'), hash.toString('base64url')].join('$'),
])

afterEach(() => {
  world.time.now = start
})

describe('an account', () => {
  test('is made by the administrator, and its password is kept as a hash alone', async () => {
    expect(made.ok).toBe(true)
    const { rows } = await pool.query(`select * from account where username = 'hanh'`)
    expect(rows[0].password_hash).toMatch(/^scrypt\$17\$[\w-]{22}\$[\w-]{43}$/)
    expect(JSON.stringify(rows)).not.toContain(request.password)
  })

  test('of one name is made once, whatever the capitals', async () => {
    expect(await createAccount(admin, { ...request, username: ' HANH ' })).toEqual({
      ok: false,
      error: 'username-taken',
    })
  })

  test.each(['', 'a', '.hanh', 'hanh minh', 'hạnh', 'hanh@xa', 'a'.repeat(41), 'hanh\u0000', "x'--"])(
    'has a name of plain letters, digits, dots and dashes, not %j',
    async username => {
      expect(await createAccount(admin, { ...request, username })).toEqual({
        ok: false,
        error: 'username-unreadable',
      })
    },
  )

  test('has a password of ten characters and more', async () => {
    const short = { ...request, username: 'ngan', password: 'ngắn-quá!' }
    expect(await createAccount(admin, short)).toEqual({ ok: false, error: 'password-too-short' })
  })

  test('looks after known areas, at least one, each once', async () => {
    const at = (username: string, areaIds: readonly string[]) =>
      createAccount(admin, { ...request, username, areaIds })
    expect(await at('khong-xa', [])).toEqual({ ok: false, error: 'area-unknown' })
    expect(await at('khong-xa', ['99001', '88001'])).toEqual({ ok: false, error: 'area-unknown' })
    expect((await at('hai-lan', ['99001', '99001', '99002'])).ok).toBe(true)
    const { rows } = await pool.query(
      `select area_id from account_area join account on id = account_id where username = 'hai-lan' order by 1`,
    )
    expect(rows.map(row => row.area_id)).toEqual(['99001', '99002'])
  })

  test('that cannot be made leaves nothing behind', async () => {
    const { rows } = await pool.query(`select 1 from account where username in ('ngan', 'khong-xa', '')`)
    expect(rows).toEqual([])
  })

  test('is listed to the administrator of its area, not to whoever looks after another', async () => {
    const listed = async (person: keyof typeof world.people) => {
      const all = { search: '', disabled: null, page: 1 }
      const found = await findAccounts(world.as(world.people[person]), all)
      return found.ok ? found.value.rows.map(account => account.username) : []
    }
    expect(await listed('admin')).toContain('hanh')
    expect(await listed('lan')).toEqual(['tam'])
    expect(await listed('minh')).toEqual([])
    expect(await listed('hoa')).toEqual([])
  })

  test('is found by any word of its name without accents, page by page', async () => {
    const asked = async (search: string) => {
      const found = await findAccounts(admin, { search, disabled: null, page: 1 })
      return found.ok ? found.value.rows.map(account => account.username) : []
    }
    expect(await asked('thi hanh')).toContain('hanh')
    expect(await asked('HẠNH ng')).toContain('hanh')
    expect(await asked('anh')).not.toContain('hanh')
    const far = await findAccounts(admin, { search: '', disabled: null, page: 99 })
    expect(far).toMatchObject({ ok: true, value: { rows: [], page: 99 } })
    expect(
      JSON.stringify(await findAccounts(admin, { search: 'hanh', disabled: null, page: 1 })),
    ).not.toMatch(/scrypt/)
  })

  test('needs a name that can be read', async () => {
    for (const name of ['', '  ', '\u0000'])
      expect(await createAccount(admin, { ...request, username: 'vo-danh', name })).toEqual({
        ok: false,
        error: 'name-missing',
      })
  })
})

describe('signing in', () => {
  test('opens a session that leads to the person with role and areas', async () => {
    const session = await sessionOf(hanh)
    expect(await findPerson(world.system, session.token)).toMatchObject({
      username: 'hanh',
      name: 'Nguyễn Thị Hạnh',
      role: 'commune-cadre',
      areas: ['99/99001'],
    })
  })

  test('takes the name in capitals and the password in either form of Unicode', async () => {
    const decomposed = { username: ' Hanh ', password: hanh.password.normalize('NFD') }
    expect((await signIn(nobody, decomposed)).ok).toBe(true)
  })

  test('with a wrong password and with an unknown name answers alike and does the same work', async () => {
    const timed = async (credentials: typeof hanh) => {
      const before = performance.now()
      const answer = await signIn(nobody, credentials)
      return { answer, milliseconds: performance.now() - before }
    }
    const known = await timed(wrong)
    const unknown = await timed({ ...wrong, username: 'khong-ai' })
    expect(unknown.answer).toEqual(known.answer)
    expect(known.answer).toEqual({ ok: false, error: 'sign-in-wrong' })
    // A hash of 128 MiB takes tenths of a second; without one the answer comes in a few milliseconds.
    expect(unknown.milliseconds).toBeGreaterThan(known.milliseconds / 4)
    expect(unknown.milliseconds).toBeGreaterThan(40)
  })

  test.each(['', 'hạnh\u0000', '\u0000', '😀'.repeat(60), `${'a'.repeat(39)}😀`, 'hoa-gạo-tháng-ba'])(
    'with %j for a name is wrong like any other, and what was typed is not kept',
    async username => {
      expect(await signIn(nobody, { ...hanh, username })).toEqual({ ok: false, error: 'sign-in-wrong' })
      const { rows } = await pool.query('select detail, kind from audit_event order by seq desc limit 1')
      expect(rows).toEqual([{ detail: { username: '' }, kind: 'account.sign-in-failed' }])
    },
  )

  test('to an account that was shut is wrong, and its sessions end', async () => {
    const session = await sessionOf(hanh)
    await pool.query(`update account set disabled_at = now() where username = 'hanh'`)
    expect(await signIn(nobody, hanh)).toEqual({ ok: false, error: 'sign-in-wrong' })
    expect(await findPerson(world.system, session.token)).toBeNull()
    await pool.query(`update account set disabled_at = null where username = 'hanh'`)
    expect(await findPerson(world.system, session.token)).not.toBeNull()
  })

  test('holds no connection while passwords are hashed: others get through a pool of one', async () => {
    const { db, pool: narrow } = world.database.open({ max: 1 })
    const attempts = Array.from({ length: 3 }, () =>
      signIn({ ...nobody, db }, { ...wrong, username: 'khong-ai' }),
    )
    const before = performance.now()
    await narrow.query('select 1')
    await narrow.query('select 1')
    const answered = performance.now() - before
    await Promise.all(attempts)
    expect(answered).toBeLessThan((performance.now() - before) / 2)
  })
})

describe('wrong passwords', () => {
  test('eight in a row lock the name, with the right password too, until the clock ends it', async () => {
    await sessionOf(thu)
    for (let i = 0; i < 8; i += 1)
      expect(await signIn(nobody, wrongForThu)).toMatchObject({ error: 'sign-in-wrong' })
    const locked = { ok: false, error: 'sign-in-locked' }
    expect(await signIn(nobody, thu)).toEqual(locked)
    world.time.now = later(10 * minutes - 1)
    expect(await signIn(nobody, thu)).toEqual(locked)
    world.time.now = later(10 * minutes)
    expect((await signIn(nobody, thu)).ok).toBe(true)
  })

  test('sent all at once count one by one: no more than eight are judged', async () => {
    await sessionOf(thu)
    const answers = await Promise.all(Array.from({ length: 11 }, () => signIn(nobody, wrongForThu)))
    const errors = answers.map(answer => (answer.ok ? 'in' : answer.error))
    expect(errors.filter(error => error === 'sign-in-wrong')).toHaveLength(8)
    expect(errors.filter(error => error === 'sign-in-locked')).toHaveLength(3)
    world.time.now = later(10 * minutes)
    await sessionOf(thu)
  })

  test('with a name that nobody has count in the same way, and no list tells which names were tried', async () => {
    const tried = async (username: string) => {
      const answers: string[] = []
      for (let i = 0; i < 9; i += 1) {
        const answer = await signIn(nobody, { username, password: 'sai' })
        answers.push(answer.ok ? 'in' : answer.error)
      }
      return answers
    }
    const known = await tried('thu')
    expect(await tried('khong-co')).toEqual(known)
    expect(known.at(-1)).toBe('sign-in-locked')
    const { rows } = await pool.query('select * from failed_name')
    expect(JSON.stringify(rows)).not.toContain('khong-co')
    world.time.now = later(10 * minutes)
    expect(await signIn(nobody, { username: 'khong-co', password: 'sai' })).toMatchObject({
      error: 'sign-in-wrong',
    })
    await sessionOf(thu)
  })

  test('of a day ago are forgotten, and so are the names that nobody has', async () => {
    await signIn(nobody, { username: 'hom-qua', password: 'sai' })
    for (let i = 0; i < 7; i += 1) await signIn(nobody, wrongForThu)
    world.time.now = later(25 * hours)
    await signIn(nobody, { username: 'hom-nay', password: 'sai' })
    expect((await pool.query('select 1 from failed_name')).rows).toHaveLength(1)
    expect(await signIn(nobody, wrongForThu)).toMatchObject({ error: 'sign-in-wrong' })
    expect((await signIn(nobody, thu)).ok).toBe(true)
  })

  test('do not keep anybody else out', async () => {
    for (let i = 0; i < 8; i += 1) await signIn(nobody, wrongForThu)
    expect((await signIn(nobody, hanh)).ok).toBe(true)
    world.time.now = later(10 * minutes)
    await sessionOf(thu)
  })
})

describe('a session', () => {
  test('lasts fourteen hours and not a moment longer', async () => {
    const session = await sessionOf(thu)
    expect(session.expiresAt).toEqual(later(14 * hours))
    world.time.now = later(14 * hours - 1)
    expect((await findPerson(world.system, session.token))?.username).toBe('thu')
    world.time.now = later(14 * hours)
    expect(await findPerson(world.system, session.token)).toBeNull()
  })

  test('ends with signing out, and no other session of the person does', async () => {
    const [here, there] = [await sessionOf(thu), await sessionOf(thu)]
    await signOut(world.as(await findPerson(world.system, here.token)), here.token)
    expect(await findPerson(world.system, here.token)).toBeNull()
    expect((await findPerson(world.system, there.token))?.username).toBe('thu')
  })

  test('is kept in the database as a hash: what is stored there opens nothing', async () => {
    const session = await sessionOf(thu)
    const { rows } = await pool.query('select token_hash from session')
    const stored: readonly Buffer[] = rows.map(row => row.token_hash)
    const hash = createHash('sha256').update(session.token).digest()
    expect(stored.some(one => one.equals(hash))).toBe(true)
    for (const one of stored) {
      expect(await findPerson(world.system, one.toString('base64url'))).toBeNull()
      expect(await findPerson(world.system, one.toString('hex'))).toBeNull()
    }
    expect(await findPerson(world.system, '')).toBeNull()
  })
})
