import { type Kysely, sql } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import type { State } from '#app/campaign/campaign.ts'
import type { Database } from '../schema.ts'

/** One commune's campaign in a campaign of several communes, with its counts of participation. */
export type JointPart = {
  readonly id: CampaignId
  readonly communeId: string
  readonly communeName: string
  readonly communePath: AreaPath
  readonly state: State
  readonly villages: number
  readonly households: number
  readonly drawn: number
  readonly collected: number
}

type DrawnPart = Pick<JointPart, 'villages' | 'households' | 'drawn'>

/** What was drawn in each commune of a joint campaign, by its campaign: what it will freeze at opening. */
const listDrawnParts = async (db: Kysely<Database>, id: string): Promise<ReadonlyMap<string, DrawnPart>> => {
  const { rows } = await sql<DrawnPart & { id: string }>`
    select member.campaign_id as id, count(distinct member.village_id)::int as villages,
      (count(*) filter (where household.standing is distinct from 'merged'))::int as households,
      (count(*) filter (where member.state = 'drawn'))::int as drawn
    from sample_household as member
    join campaign on campaign.id = member.campaign_id
    left join household on household.id = member.household_id
    where campaign.joint_id = ${id}::uuid group by member.campaign_id`.execute(db)
  return new Map(rows.map(({ id: campaign, ...part }) => [campaign, part]))
}

/**
 * The campaigns of the communes, in the order of the communes. Before opening counts are those of the draw, or 0 where
 * everybody will be asked.
 */
export const listJointParts = async (db: Kysely<Database>, id: string): Promise<readonly JointPart[]> => {
  const rows = await db
    .selectFrom('campaign')
    .innerJoin('area', 'area.id', 'campaign.commune_id')
    .leftJoin('campaign_village as village', 'village.campaign_id', 'campaign.id')
    .where('campaign.joint_id', '=', id)
    .groupBy(['campaign.id', 'area.id'])
    .orderBy('area.position')
    .orderBy('area.name')
    .orderBy('campaign.created_at')
    .select(['campaign.id', 'campaign.state', 'area.id as communeId', 'area.name as communeName'])
    .select('area.path as communePath')
    .select(eb => [
      eb.fn.count<number>('village.village_id').as('villages'),
      eb.fn.coalesce(eb.fn.sum<number>('village.households'), eb.lit(0)).as('households'),
      eb.fn
        .coalesce(eb.fn.sum<number>(eb.fn.coalesce('village.drawn', 'village.households')), eb.lit(0))
        .as('drawn'),
      eb.fn.coalesce(eb.fn.sum<number>('village.collected'), eb.lit(0)).as('collected'),
    ])
    .execute()
  const drawn = rows.some(row => row.villages === 0)
    ? await listDrawnParts(db, id)
    : new Map<string, DrawnPart>()
  return rows.map(row => ({
    ...row,
    ...(row.villages === 0 ? drawn.get(row.id) : {}),
    id: row.id as CampaignId,
    state: row.state as State,
  }))
}
