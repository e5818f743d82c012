import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createFirstAdministrator, needsFirstAdministrator } from '#app/services/accounts.server.ts'
import type { System } from '#app/services/context.server.ts'
import { openKeys } from '#app/services/keys.server.ts'
import { testDatabase } from '#tests/support/database.ts'

const empty = await testDatabase({ max: 10 })
const folder = mkdtempSync(join(tmpdir(), 'long-dan-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const system: System = {
  db: empty.db,
  keys: openKeys(folder),
  clock: () => new Date('2026-03-02T02:00:00Z'),
  random: bytes => randomBytes(bytes),
  publicUrl: 'http://localhost:3000',
  demonstration: false,
  setupToken: 'a-token-of-the-console',
  onTrouble: error => expect.unreachable(String(error)),
}
const first = {
  username: 'quan-tri',
  name: 'Quản trị',
  password: 'một-mật-khẩu-dài',
  token: 'a-token-of-the-console',
  province: { code: '24', name: 'Bắc Ninh' },
}
const make = (changes: Partial<typeof first>, on: System = system) =>
  createFirstAdministrator({ ...on, person: null }, { ...first, ...changes })

test.each<readonly [string, Partial<typeof first>, string]>([
  ['a wrong token', { token: 'a-token-of-the-consolf' }, 'setup-token-wrong'],
  ['no token', { token: '' }, 'setup-token-wrong'],
  [
    'a province code of three digits',
    { province: { code: '024', name: 'Bắc Ninh' } },
    'area-code-unreadable',
  ],
  ['a province without a name', { province: { code: '24', name: ' \u0000 ' } }, 'area-name-missing'],
  ['a short password', { password: 'ngắn' }, 'password-too-short'],
  ['a name with spaces', { username: 'quản trị' }, 'username-unreadable'],
])('the first administrator is not made with %s, and nothing of it stays', async (_, changes, error) => {
  expect(await make(changes)).toEqual({ ok: false, error })
  expect(await needsFirstAdministrator(system)).toBe(true)
  expect((await empty.pool.query('select 1 from area')).rows).toEqual([])
})

test('the first administrator is not made where the console printed no token', async () => {
  expect(await make({ token: 'null' }, { ...system, setupToken: null })).toEqual({
    ok: false,
    error: 'setup-token-wrong',
  })
})

test('the first administrator is made once, however many ask at the same moment', async () => {
  const asked = await Promise.all(
    ['24', '25', '26', '27'].map((code, i) =>
      make({
        username: `quan-tri-${i}`,
        province: { code, name: `Tỉnh ${code}` },
        token: ` ${first.token}\n`,
      }),
    ),
  )
  expect(asked.filter(one => one.ok)).toHaveLength(1)
  expect(asked.filter(one => !one.ok && one.error === 'setup-done')).toHaveLength(3)
  expect((await empty.pool.query('select kind from area')).rows).toEqual([{ kind: 'province' }])
  expect((await empty.pool.query('select role from account')).rows).toEqual([{ role: 'administrator' }])
  expect(await needsFirstAdministrator(system)).toBe(false)
  expect(await make({ username: 'nua' })).toEqual({ ok: false, error: 'setup-done' })
})
