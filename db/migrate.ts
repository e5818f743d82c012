import { type Kysely, sql, type Transaction } from 'kysely'
import { migrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { StartupError } from './startup-error.ts'

/** Any number, the same in every version: starts that come together wait for each other on it. */
const LOCK = 7_203_311

/**
 * Brings the database to the state this code expects: each missing migration in order, each in a
 * transaction of its own. Two starts at once do the work once.
 * @throws StartupError when the database was made by newer code.
 */
export async function migrate<T>(target: Kysely<T>, list: readonly Migration[] = migrations): Promise<void> {
  const db = target as unknown as Kysely<unknown>
  let pending = true
  while (pending) {
    pending = await db.transaction().execute(transaction => applyNext(transaction, list))
  }
}

/** Applies one migration; false when there is none left. */
async function applyNext(transaction: Transaction<unknown>, list: readonly Migration[]): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction)
  const applied = await appliedNames(transaction)
  refuseForeign(applied, list)
  const next = list[applied.length]
  if (next === undefined) return false
  await next.up(transaction)
  await sql`insert into schema_migration (name) values (${next.name})`.execute(transaction)
  return true
}

async function appliedNames(transaction: Transaction<unknown>): Promise<readonly string[]> {
  await sql`
    create table if not exists schema_migration (
      position integer generated always as identity primary key,
      name text not null unique,
      applied_at timestamptz not null default now()
    )`.execute(transaction)
  const found = await sql<{ name: string }>`
    select name from schema_migration order by position`.execute(transaction)
  return found.rows.map(row => row.name)
}

/** What is applied must be the beginning of our list, else this code does not know the database. */
function refuseForeign(applied: readonly string[], list: readonly Migration[]): void {
  const foreign = applied.find((name, index) => list[index]?.name !== name)
  if (foreign === undefined) return
  throw new StartupError(
    `Cơ sở dữ liệu thuộc phiên bản khác của phần mềm (có bước "${foreign}"); hãy dùng đúng phiên bản mới hơn.`,
    `The database belongs to another version of the software (it has step "${foreign}"); use that newer version.`,
  )
}
