import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { genesis, hashOfLink } from '#app/basics/log-chain.ts'
import { ok } from '#app/basics/result.ts'
import { verifyAudit } from '#app/services/audit.server.ts'
import { change, sha256 } from '#app/services/context.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { pool, settings } = world.database
const url = `postgresql://${settings.user}:${encodeURIComponent(settings.password)}@${settings.host}:${settings.port}/${settings.database}`

const addLinks = (count: number) =>
  change(world.as(world.people.lan), async ({ record }) => {
    for (let i = 0; i < count; i += 1) record({ kind: 'account.signed-in', username: `lan-${i}` })
    return ok(null)
  })

const headOf = async (): Promise<string> =>
  (await pool.query('select hash from audit_event order by seq desc limit 1')).rows[0].hash

const folder = mkdtempSync(join(tmpdir(), 'long-dan-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const command = async (environment: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/audit-verify.ts'], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: join(folder, 'none'), ...environment },
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code, out, err }
}

test('an empty log holds', async () => {
  const { db } = await testDatabase()
  expect(await verifyAudit({ db })).toEqual({ ok: true, links: 0, head: genesis })
})

test('a log begun before schemes had numbers is followed over to the new ones', async () => {
  const { db, pool: old } = await testDatabase()
  let hash = genesis
  for (const seq of [1, 2]) {
    const at = `2026-03-02T02:00:0${seq}.000Z`
    const record = { seq, at, actor: 'system', campaignId: null, kind: 'campaign.key-destroyed', detail: {} }
    hash = hashOfLink(hash, { record, scheme: 1 }, sha256)
    await old.query(`insert into audit_event values ($1, $2, 'system', null, $3, '{}', $4, 1)`, [
      seq,
      at,
      record.kind,
      hash,
    ])
  }
  expect(await verifyAudit({ db })).toEqual({ ok: true, links: 2, head: hash })
  await change({ ...world.system, db, person: null }, async ({ record }) => {
    record({ kind: 'campaign.key-destroyed' })
    return ok(null)
  })
  expect(
    (await old.query('select scheme from audit_event order by seq')).rows.map(row => row.scheme),
  ).toEqual([1, 1, 2])
  expect(await verifyAudit({ db })).toMatchObject({ ok: true, links: 3 })
  await old.query('alter table audit_event disable trigger all')
  await old.query('update audit_event set scheme = 2 where seq = 2')
  expect(await verifyAudit({ db })).toEqual({ ok: false, broken: { seq: 2, code: 'link-altered' } })
})

test('a log of exactly one page, and one of several, are followed to their last link', async () => {
  await addLinks(1000)
  expect(await verifyAudit(world.system)).toEqual({ ok: true, links: 1000, head: await headOf() })
  await addLinks(1500)
  expect(await verifyAudit(world.system)).toEqual({ ok: true, links: 2500, head: await headOf() })
})

test('a log that grows while it is verified holds', async () => {
  const [verified] = await Promise.all([verifyAudit(world.system), addLinks(3), addLinks(2)])
  expect(verified).toMatchObject({ ok: true })
})

describe('the command', () => {
  test('says how many links there are and the head, and ends with 0', async () => {
    const { code, out, err } = await command({ DATABASE_URL: url })
    expect(err).toBe('')
    expect(out).toBe(`Nhật ký nguyên vẹn / audit log intact: 2505 links, head ${await headOf()}\n`)
    expect(code).toBe(0)
  })

  test('names the first link that was altered, on whichever page, and ends with 1', async () => {
    await pool.query('alter table audit_event disable trigger all')
    await pool.query(`update audit_event set actor = 'system' where seq in (1702, 2100)`)
    const { code, out } = await command({ DATABASE_URL: url })
    expect(out).toBe(
      'Nhật ký không còn nguyên vẹn / audit log broken: link 1702 bị sửa / was altered [link-altered]\n',
    )
    expect(code).toBe(1)
  })

  test('names a link that is gone, and ends with 1', async () => {
    await pool.query('delete from audit_event where seq = 1001')
    const { code, out } = await command({ DATABASE_URL: url })
    expect(out).toMatch(/link 1001 bị mất \/ is missing \[link-missing\]\n$/)
    expect(code).toBe(1)
  })

  test.each([
    ['a server that does not answer', { DATABASE_URL: 'postgresql://a:secret-word@127.0.0.1:1/a' }],
    ['a database that is not there', { DATABASE_URL: url.replace(settings.database, 'nowhere') }],
    ['a folder without data', {}],
    ['an address that is none', { DATABASE_URL: 'mysql://a:secret-word@b/c' }],
  ])('ends with 2 and one line on stderr for %s', async (_, environment) => {
    const { code, out, err } = await command(environment)
    expect(out).toBe('')
    expect(err).toMatch(/^Không kiểm tra được nhật ký \/ cannot verify the audit log: [^\n]+\n$/)
    expect(err).not.toContain('secret-word')
    expect(code).toBe(2)
  })
})
