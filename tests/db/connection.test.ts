import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { connect, requireServer } from '#db/connection.ts'
import { testDatabase } from '#tests/support/database.ts'

const { db, pool, open } = await testDatabase()

describe('a connection', () => {
  it('reads a count as a number', async () => {
    expect((await sql`select count(*) as n from generate_series(1, 3)`.execute(db)).rows).toEqual([{ n: 3 }])
  })

  it('refuses an integer that a number cannot hold exactly', async () => {
    await expect(pool.query('select 9007199254740993::bigint as n')).rejects.toThrow('9007199254740993')
  })

  it('reads a date as its text, whatever the time zone', async () => {
    expect((await sql`select date '2024-05-31' as day`.execute(db)).rows).toEqual([{ day: '2024-05-31' }])
  })

  it('that leads nowhere is told in one line, without its password', async () => {
    const nowhere = connect('postgresql://ai:matkhau@127.0.0.1:9/x')
    const complaint = await requireServer(nowhere).then(String, String)
    await nowhere.close()
    expect(complaint).toMatch(/^StartupError: Không kết nối được .*ECONNREFUSED.*$/)
    expect(complaint).not.toContain('matkhau')
  })

  it('to a server new enough is taken', async () => {
    await expect(requireServer({ db, pool, close: async () => {} })).resolves.toBeUndefined()
  })

  it('survives the server ending its idle sessions', async () => {
    await pool.query('select 1')
    const ended = await open().pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    )
    expect(ended.rowCount).toBeGreaterThan(0)
    await expect.poll(() => pool.totalCount).toBe(0)
    expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  })
})
