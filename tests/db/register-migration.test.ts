import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { migrations } from '#db/migrations/index.ts'
import { testDatabase } from '#tests/support/database.ts'

const { db } = await testDatabase()

test('households listed before the register had keys get them, are found and active afterwards', async () => {
  await sql`drop schema public cascade; create schema public`.execute(db)
  await migrate(db, migrations.slice(0, 4))
  await sql`
    insert into area (id, kind, parent_id, name, path) values
      ('99', 'province', null, 'Tỉnh Minh Họa', '99'), ('99001', 'commune', '99', 'Xã Sơn Lộc', '99/99001'),
      ('v1', 'village', '99001', 'Đồi Chè', '99/99001/v1')`.execute(db)
  await sql`
    insert into household (id, village_id, number, name, created_at) values
      (gen_random_uuid(), 'v1', '012', 'Nguyễn Thị Hoà', now()), (gen_random_uuid(), 'v1', null, 'Đỗ Đức', now())`.execute(
    db,
  )
  await migrate(db)
  const { rows } = await sql`
    select search_key, number_key, standing from household order by search_key`.execute(db)
  expect(rows).toEqual([
    { search_key: 'do duc', number_key: null, standing: 'active' },
    { search_key: 'nguyen thi hoa', number_key: '12', standing: 'active' },
  ])
})
