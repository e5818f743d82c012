import { type Kysely, sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import type { Migration } from '#db/migrations/migration.ts'
import { testDatabase } from '#tests/support/database.ts'

const { db, open } = await testDatabase()

const step = (name: string, text: string): Migration => ({
  name,
  up: async (target: Kysely<unknown>) => {
    await sql.raw(text).execute(target)
  },
})
const tried = [
  ...migrations,
  step('9001-made', 'create table made (n int)'),
  step('9002-filled', 'insert into made values (1)'),
]

const names = async () => {
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by position`.execute(
    db,
  )
  return rows.map(row => row.name)
}

beforeEach(async () => {
  await sql`delete from schema_migration where name like '9%'`.execute(db)
  await sql`drop table if exists made`.execute(db)
})

describe('migrations', () => {
  it('are all applied in the template', async () => {
    expect(await names()).toEqual(migrations.map(each => each.name))
  })

  it('are applied once, even by many starts at the same time', async () => {
    const starts = [1, 2, 3, 4].map(() => migrate(open({ max: 2 }).db, tried))
    await Promise.all(starts)
    const { rows } = await sql`select n from made`.execute(db)
    expect(rows).toEqual([{ n: 1 }])
  })

  it('leave nothing of a step that fails, and keep the steps before it', async () => {
    const broken = step('9002-broken', 'insert into made values (1); select no_such_function()')
    await expect(migrate(db, [...tried.slice(0, -1), broken])).rejects.toThrow('no_such_function')
    expect(await names()).toEqual([...migrations.map(each => each.name), '9001-made'])
    expect((await sql`select n from made`.execute(db)).rows).toEqual([])
  })

  it('refuse a database that newer code has made', async () => {
    await migrate(db, tried)
    await expect(migrate(db)).rejects.toThrow('9001-made')
  })
})
