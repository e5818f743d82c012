import { type Kysely, sql } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Role } from '#app/account/person.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { Database } from '../schema.ts'

export type AccountRow = {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly string[]
  readonly disabled: boolean
  readonly secondStep: boolean
}

export type AccountFilter = {
  readonly scope: readonly AreaPath[]
  /** Roles that are listed at all. */
  readonly roles: readonly Role[]
  /** Beginnings of words of name or username, without accents; letters and digits alone. */
  readonly words: readonly string[]
  /** Shut accounts alone, or those in use alone; both when null. */
  readonly disabled: boolean | null
}

const inside = (scope: readonly AreaPath[]) =>
  sql<boolean>`exists (
    select 1 from account_area join area on area.id = account_area.area_id
    where account_area.account_id = account.id
      and (area.path = any(${[...scope]}::text[]) or area.path like any(${scope.map(path => `${path}/%`)}::text[]))
  )`

const filtered = (db: Kysely<Database>, { scope, roles, words, disabled }: AccountFilter) =>
  db
    .selectFrom('account')
    .where(inside(scope))
    .where('role', 'in', [...roles])
    .$if(words.length > 0, query =>
      query.where(sql<boolean>`(' ' || search_key) like all (${words.map(word => `% ${word}%`)}::text[])`),
    )
    .$if(disabled !== null, query => query.where('disabled_at', disabled ? 'is not' : 'is', null))

const areaNames = sql<string[]>`array(
  select case when area.kind = 'village' then area.name || ', ' || commune.name else area.name end
  from account_area join area on area.id = account_area.area_id left join area commune on commune.id = area.parent_id
  where account_area.account_id = account.id order by area.path
)`

/** Accounts with an area inside the scope, by username. */
export const listAccounts = async (
  db: Kysely<Database>,
  filter: AccountFilter,
  slice: Slice,
): Promise<Paged<AccountRow>> => {
  if (filter.roles.length === 0) return paged([], 0, slice)
  const { total } = await filtered(db, filter)
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, filter)
    .select(['username', 'name', 'role', areaNames.as('areas')])
    .select(sql<boolean>`disabled_at is not null`.as('disabled'))
    .select(sql<boolean>`second_step_secret is not null`.as('secondStep'))
    .orderBy('username')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(
    rows.map(row => ({ ...row, role: row.role as Role })),
    total,
    slice,
  )
}

export type ManagedRow = AccountRow & {
  readonly id: AccountId
  readonly areaPaths: readonly AreaPath[]
  readonly createdAt: Date
  readonly disabledAt: Date | null
}

/** One account as whoever looks after it sees it, or null. */
export const findAccount = async (db: Kysely<Database>, username: string): Promise<ManagedRow | null> => {
  const row = await db
    .selectFrom('account')
    .where('username', '=', username)
    .select(['id', 'username', 'name', 'role', 'created_at as createdAt', 'disabled_at as disabledAt'])
    .select(areaNames.as('areas'))
    .select(sql<boolean>`second_step_secret is not null`.as('secondStep'))
    .select(
      sql<AreaPath[]>`array(
        select area.path from account_area join area on area.id = account_area.area_id
        where account_area.account_id = account.id order by area.path
      )`.as('areaPaths'),
    )
    .executeTakeFirst()
  if (!row) return null
  return { ...row, id: row.id as AccountId, role: row.role as Role, disabled: row.disabledAt !== null }
}
