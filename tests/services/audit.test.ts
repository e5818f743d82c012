import { expect, test, vi } from 'vitest'
import { followChain } from '#app/audit/chain.ts'
import { genesis } from '#app/basics/log-chain.ts'
import { no, ok } from '#app/basics/result.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { change, sha256 } from '#app/services/context.server.ts'
import { listAuditLinks } from '#db/queries/audit.ts'
import { collectingCampaign, filledIn, newWorld } from '#tests/support/world.ts'

const world = await newWorld()
const { codesOf } = await collectingCampaign(world, { 'Đồi Chè': 40 })
await Promise.all(codesOf('Đồi Chè').map(code => answerByCode(world.system, code, filledIn('satisfied'))))
const { pool } = world.database
// Mixing goes on behind the acknowledgements and leaves links of its own: the log is looked at when it is done.
await vi.waitUntil(async () => (await pool.query('select 1 from inbox')).rows.length < 10)
const start = { seq: 0, hash: genesis }
const links = () => listAuditLinks(world.system.db, { after: 0, limit: 1000 })

test('a change without a trace is no change: it fails and is undone', async () => {
  const context = world.as(world.people.lan)
  const silent = change(context, async ({ tx }) => {
    await tx.deleteFrom('register_import').execute()
    await tx.updateTable('account').set({ name: 'Ai đó' }).execute()
    return ok(null)
  })
  await expect(silent).rejects.toThrow(/no trace/)
  expect((await pool.query(`select 1 from account where name = 'Ai đó'`)).rows).toEqual([])
})

test('a change that answers no is undone with its trace', async () => {
  const before = (await links()).length
  const refused = await change(world.as(null), async ({ tx, record }) => {
    await tx.updateTable('account').set({ name: 'Ai đó' }).execute()
    record({ kind: 'campaign.key-destroyed' })
    return no('not-now')
  })
  expect(refused).toEqual({ ok: false, error: 'not-now' })
  expect((await links()).length).toBe(before)
  expect((await pool.query(`select 1 from account where name = 'Ai đó'`)).rows).toEqual([])
})

test('writers at the same time make one unbroken chain', async () => {
  const context = world.as(world.people.lan)
  await Promise.all(
    Array.from({ length: 30 }, () =>
      change(context, async ({ record }) => {
        record({ kind: 'account.signed-in', username: 'lan' })
        return ok(null)
      }),
    ),
  )
  expect(followChain(start, await links(), sha256)).toMatchObject({ ok: true })
})

test('the log refuses update, delete and truncate', async () => {
  await expect(pool.query(`update audit_event set actor = 'nobody'`)).rejects.toThrow(/append-only/)
  await expect(pool.query('delete from audit_event where seq = 1')).rejects.toThrow(/append-only/)
  await expect(pool.query('truncate audit_event')).rejects.toThrow(/append-only/)
})

test('whoever switches the triggers off is found out by the chain, at the very link', async () => {
  const middle = Math.floor((await links()).length / 2)
  await pool.query('alter table audit_event disable trigger all')
  await pool.query(`update audit_event set detail = '{"username":"x"}' where seq = $1`, [middle])
  expect(followChain(start, await links(), sha256)).toEqual({
    ok: false,
    broken: { seq: middle, code: 'link-altered' },
  })
  await pool.query('delete from audit_event where seq = $1', [middle])
  expect(followChain(start, await links(), sha256)).toEqual({
    ok: false,
    broken: { seq: middle, code: 'link-missing' },
  })
})

test('the log knows how many ballots came, and no answer', async () => {
  const received = (await links()).filter(link => link.kind === 'ballot.received')
  expect(received.reduce((sum, link) => sum + Number(link.detail.count), 0)).toBe(40)
  expect(JSON.stringify(await links())).not.toMatch(/satisfied/)
})
