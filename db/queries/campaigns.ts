import { type Kysely, sql, type Transaction } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Day } from '#app/basics/day.ts'
import type { AreaId, CampaignId } from '#app/basics/ids.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import { type Campaign, countedStates, type State } from '#app/campaign/campaign.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Database } from '../schema.ts'

const campaigns = (db: Kysely<Database>) =>
  db
    .selectFrom('campaign')
    .innerJoin('area', 'area.id', 'campaign.commune_id')
    .select([
      'campaign.id',
      'campaign.name',
      'campaign.title',
      'campaign.commune_id as communeId',
      'area.name as communeName',
      'area.path as communePath',
      'campaign.starts_on as startsOn',
      'campaign.ends_on as endsOn',
      'campaign.questionnaire_id as questionnaireId',
      'campaign.rules_id as rulesId',
      'campaign.state',
      'campaign.version',
      'campaign.opened_at as openedAt',
      'campaign.closed_at as closedAt',
      'campaign.joint_id as jointId',
      'campaign.evidence_fingerprint as fingerprint',
    ])

/** A campaign with the instants at which it was opened and closed, and its version, which each reopening raises. */
export type CampaignRow = Campaign & {
  readonly version: number
  readonly openedAt: Date | null
  readonly closedAt: Date | null
  /** The campaign of several communes of which it is one part, or null. */
  readonly jointId: string | null
  /** The data fingerprint taken at closing; null before, and for campaigns closed before there were any. */
  readonly fingerprint: string | null
}

type Raw = Awaited<ReturnType<ReturnType<typeof campaigns>['execute']>>[number]

const toCampaign = (row: Raw): CampaignRow => ({
  ...row,
  id: row.id as CampaignId,
  title: row.title as Title,
  communeId: row.communeId as AreaId,
  startsOn: row.startsOn as Day,
  endsOn: row.endsOn as Day,
  state: row.state as State,
})

/** The campaign with this id, or null. */
export const findCampaign = async (db: Kysely<Database>, id: string): Promise<CampaignRow | null> => {
  const row = await campaigns(db).where('campaign.id', '=', id).executeTakeFirst()
  return row ? toCampaign(row) : null
}

/** The campaign, locked against every other change and against ballots on their way in, until the transaction ends. */
export const lockCampaign = async (tx: Transaction<Database>, id: string): Promise<CampaignRow | null> => {
  const row = await campaigns(tx).where('campaign.id', '=', id).forUpdate('campaign').executeTakeFirst()
  return row ? toCampaign(row) : null
}

/** Whether the campaign is collecting; it cannot be closed until the transaction ends. */
export const lockCollecting = async (tx: Transaction<Database>, id: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('campaign')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'collecting')
    .forKeyShare()
    .executeTakeFirst()
  return row !== undefined
}

/** What somebody looks for among campaigns; `words` as `searchKeyOf` writes them, each beginning a word of name or commune. */
export type CampaignFilter = {
  readonly scope: readonly AreaPath[]
  readonly states: readonly State[]
  readonly words: readonly string[]
}

const filtered = (db: Kysely<Database>, { scope, states, words }: CampaignFilter) =>
  campaigns(db)
    .where(eb =>
      eb.or(
        scope.flatMap(path => [
          eb('area.path', '=', path),
          eb('area.path', 'like', `${path}/%`),
          sql<boolean>`${path} like area.path || '/%'`,
        ]),
      ),
    )
    .where('campaign.state', 'in', states)
    .where(sql<boolean>`(' ' || campaign.search_key) like all (${words.map(word => `% ${word}%`)}::text[])`)

/** A page of the campaigns whose commune lies within the scope, or contains it (a village's collector), newest first. */
export const listCampaigns = async (
  db: Kysely<Database>,
  filter: CampaignFilter,
  slice: Slice,
): Promise<Paged<CampaignRow>> => {
  if (filter.scope.length === 0 || filter.states.length === 0) return paged([], 0, slice)
  const { total } = await filtered(db, filter)
    .clearSelect()
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await filtered(db, filter)
    .orderBy('campaign.created_at', 'desc')
    .orderBy('campaign.id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(rows.map(toCampaign), total, slice)
}

/** Closed campaigns for the public, newest first. */
export const listClosedCampaigns = async (db: Kysely<Database>): Promise<readonly CampaignRow[]> => {
  const rows = await campaigns(db)
    .where('campaign.state', 'in', countedStates)
    .orderBy('campaign.closed_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(toCampaign)
}

/** Counted campaigns by one's id, or whose name and commune hold every word (as `searchKeyOf` writes them); newest first, at most `limit`. */
export const listCountedLike = async (
  db: Kysely<Database>,
  wanted: { readonly id: string | null; readonly words: readonly string[]; readonly limit: number },
): Promise<readonly CampaignRow[]> => {
  const like = wanted.words.map(word => `% ${word}%`)
  const rows = await campaigns(db)
    .where('campaign.state', 'in', countedStates)
    .where(
      wanted.id === null
        ? sql<boolean>`(' ' || campaign.search_key) like all (${like}::text[])`
        : sql<boolean>`campaign.id = ${wanted.id}::uuid`,
    )
    .orderBy('campaign.closed_at', 'desc')
    .orderBy('campaign.id')
    .limit(wanted.limit)
    .execute()
  return rows.map(toCampaign)
}

export type NewCampaign = {
  readonly id: CampaignId
  readonly name: string
  readonly title: Title
  readonly communeId: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly questionnaireId: string
  readonly rulesId: string
  readonly createdBy: string
  readonly createdAt: Date
  /** What name and commune are looked up by. */
  readonly searchKey: string
  readonly jointId?: string
}

/** Adds a campaign in draft. */
export const insertCampaign = async (db: Kysely<Database>, campaign: NewCampaign): Promise<void> => {
  await db
    .insertInto('campaign')
    .values({
      id: campaign.id,
      name: campaign.name,
      title: campaign.title,
      commune_id: campaign.communeId,
      starts_on: campaign.startsOn,
      ends_on: campaign.endsOn,
      questionnaire_id: campaign.questionnaireId,
      rules_id: campaign.rulesId,
      state: 'draft',
      created_by: campaign.createdBy,
      created_at: campaign.createdAt,
      search_key: campaign.searchKey,
      joint_id: campaign.jointId ?? null,
    })
    .execute()
}

/** Opens a campaign: what it freezes here, the database refuses to change afterwards. */
export const updateCampaignOpened = async (
  tx: Transaction<Database>,
  id: CampaignId,
  opening: { readonly frozen: object; readonly openedAt: Date },
): Promise<void> => {
  await tx
    .updateTable('campaign')
    .set({ state: 'collecting', frozen: JSON.stringify(opening.frozen), opened_at: opening.openedAt })
    .where('id', '=', id)
    .execute()
}

/** Closes a campaign, with the fingerprint of the data that closing fixed. */
export const updateCampaignClosed = async (
  tx: Transaction<Database>,
  id: CampaignId,
  closed: { readonly closedAt: Date; readonly fingerprint: string },
): Promise<void> => {
  await tx
    .updateTable('campaign')
    .set({ state: 'closed', closed_at: closed.closedAt, evidence_fingerprint: closed.fingerprint })
    .where('id', '=', id)
    .execute()
}

/** What the campaign froze, unread JSON; null in draft. */
export const findFrozen = async (db: Kysely<Database>, id: CampaignId): Promise<unknown> => {
  const row = await db.selectFrom('campaign').select('frozen').where('id', '=', id).executeTakeFirst()
  return row?.frozen ?? null
}

/** Ids of the campaigns that still need their key. */
export const listCollectingIds = async (db: Kysely<Database>): Promise<readonly string[]> => {
  const rows = await db.selectFrom('campaign').select('id').where('state', '=', 'collecting').execute()
  return rows.map(row => row.id)
}
