import { type Kysely, sql, type Transaction } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Person, Role } from '#app/account/person.ts'
import type { AccountId, CampaignId } from '#app/basics/ids.ts'
import type { Database } from '../schema.ts'

/** A village that a collector looks after. */
export type Assignment = { readonly villageId: string; readonly accountId: string }

/** Everybody's villages in a campaign. */
export const listAssignments = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly Assignment[]> =>
  db
    .selectFrom('assignment')
    .where('campaign_id', '=', campaignId)
    .select(['village_id as villageId', 'account_id as accountId'])
    .orderBy('village_id')
    .orderBy('account_id')
    .execute()

/** One collector's villages in a campaign. */
export const listAssigned = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  accountId: AccountId,
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('assignment')
    .where('campaign_id', '=', campaignId)
    .where('account_id', '=', accountId)
    .select('village_id')
    .execute()
  return new Set(rows.map(row => row.village_id))
}

/** Gives collectors their villages. */
export const insertAssignments = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  assignments: readonly Assignment[],
): Promise<void> => {
  if (assignments.length === 0) return
  await tx
    .insertInto('assignment')
    .values(
      assignments.map(one => ({
        campaign_id: campaignId,
        village_id: one.villageId,
        account_id: one.accountId,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Takes one village from a collector. */
export const deleteAssignment = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  { villageId, accountId }: Assignment,
): Promise<void> => {
  await tx
    .deleteFrom('assignment')
    .where('campaign_id', '=', campaignId)
    .where('village_id', '=', villageId)
    .where('account_id', '=', accountId)
    .execute()
}

const people = (db: Kysely<Database>) =>
  db
    .selectFrom('account')
    .leftJoin('account_area', 'account_area.account_id', 'account.id')
    .leftJoin('area', 'area.id', 'account_area.area_id')
    .where('account.disabled_at', 'is', null)
    .groupBy('account.id')
    .select(['account.id', 'account.username', 'account.name', 'account.role'])
    .select(sql<AreaPath[]>`array_remove(array_agg(area.path order by area.path), null)`.as('areas'))

type Raw = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

const toPerson = (row: Raw): Person => ({ ...row, id: row.id as AccountId, role: row.role as Role })

/** The collectors whose areas touch a commune: inside it, or around it; and those assigned there before. By name. */
export const listCollectors = async (
  db: Kysely<Database>,
  { campaignId, communePath }: { readonly campaignId: CampaignId; readonly communePath: AreaPath },
): Promise<readonly Person[]> => {
  const rows = await people(db)
    .where('account.role', '=', 'collector')
    .where(eb =>
      eb.or([
        eb('account.id', 'in', touching(db, communePath)),
        eb('account.id', 'in', assigned(db, campaignId)),
      ]),
    )
    .orderBy('account.name')
    .orderBy('account.username')
    .execute()
  return rows.map(toPerson)
}

const touching = (db: Kysely<Database>, communePath: AreaPath) =>
  db
    .selectFrom('account_area')
    .innerJoin('area', 'area.id', 'account_area.area_id')
    .where(eb =>
      eb.or([
        eb('area.path', '=', communePath),
        eb('area.path', 'like', `${communePath}/%`),
        sql<boolean>`${communePath} like area.path || '/%'`,
      ]),
    )
    .select('account_area.account_id')

const assigned = (db: Kysely<Database>, campaignId: CampaignId) =>
  db.selectFrom('assignment').where('campaign_id', '=', campaignId).select('account_id')

/** The person behind an account that may still sign in, or null. */
export const findPersonOfAccount = async (db: Kysely<Database>, id: string): Promise<Person | null> => {
  const row = await people(db).where('account.id', '=', id).executeTakeFirst()
  return row ? toPerson(row) : null
}
