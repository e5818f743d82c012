import type { Kysely, Transaction } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { Day } from '#app/basics/day.ts'
import { offsetOf, type Paged, paged, type Slice } from '#app/basics/paging.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Database } from '../schema.ts'
import type { FixedList, Seed, SeedSource } from './samples.ts'

/** How many communes, villages of each, households of each village are drawn. */
export type Stages = { readonly communes: number; readonly villages: number; readonly households: number }

/** What a campaign of several communes is about. */
export type Joint = {
  readonly id: string
  readonly areaId: string
  readonly name: string
  readonly title: Title
  readonly startsOn: Day
  readonly endsOn: Day
  readonly questionnaireId: string
  readonly rulesId: string
  /** The communes chosen; the draw, if there is one, draws among them. */
  readonly communeIds: readonly string[]
  /** Null where every household of the communes is asked. */
  readonly stages: Stages | null
}

export type JointRow = Joint & {
  readonly areaName: string
  readonly areaPath: AreaPath
  readonly listHash: string
  readonly listHouseholds: number
  readonly seed: Seed | null
  readonly startedAt: Date | null
  /** Unread JSON of what it froze when the first commune opened; null before. */
  readonly frozen: unknown
  readonly createdAt: Date
}

const joints = (db: Kysely<Database>) =>
  db
    .selectFrom('joint_campaign as joint')
    .innerJoin('area', 'area.id', 'joint.area_id')
    .select([
      'joint.id',
      'joint.area_id as areaId',
      'area.name as areaName',
      'area.path as areaPath',
      'joint.name',
      'joint.title',
      'joint.starts_on as startsOn',
      'joint.ends_on as endsOn',
      'joint.questionnaire_id as questionnaireId',
      'joint.rules_id as rulesId',
      'joint.commune_ids as communeIds',
      'joint.stage_communes',
      'joint.stage_villages',
      'joint.stage_households',
      'joint.list_hash as listHash',
      'joint.list_households as listHouseholds',
      'joint.seed as seedText',
      'joint.seed_source',
      'joint.seed_told',
      'joint.started_at as startedAt',
      'joint.frozen',
      'joint.created_at as createdAt',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof joints>['execute']>>[number]

const stagesOf = (row: Raw): Stages | null => {
  const { stage_communes: communes, stage_villages: villages, stage_households: households } = row
  return communes === null || villages === null || households === null
    ? null
    : { communes, villages, households }
}

const toJoint = (row: Raw): JointRow => {
  const { stage_communes: _, stage_villages: __, stage_households: ___, ...rest } = row
  const { seedText, seed_source: source, seed_told: told, ...joint } = rest
  return {
    ...joint,
    title: joint.title as Title,
    startsOn: joint.startsOn as Day,
    endsOn: joint.endsOn as Day,
    stages: stagesOf(row),
    seed:
      seedText === null || source === null ? null : { seed: seedText, source: source as SeedSource, told },
  }
}

/** The campaign of several communes with this id, or null. */
export const findJoint = async (db: Kysely<Database>, id: string): Promise<JointRow | null> => {
  const row = await joints(db).where('joint.id', '=', id).executeTakeFirst()
  return row ? toJoint(row) : null
}

/** Like `findJoint`, locked until the transaction ends. */
export const lockJoint = async (tx: Transaction<Database>, id: string): Promise<JointRow | null> => {
  const row = await joints(tx).where('joint.id', '=', id).forUpdate('joint').executeTakeFirst()
  return row ? toJoint(row) : null
}

/** The list that a campaign of several communes fixed. */
export const findJointList = async (db: Kysely<Database>, id: string): Promise<FixedList> => {
  const row = await db
    .selectFrom('joint_campaign')
    .where('id', '=', id)
    .select([
      'list as text',
      'list_hash as hash',
      'list_households as households',
      'household_ids as householdIds',
      'village_ids as villageIds',
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** A page of the campaigns of several communes within a scope, newest first. */
export const listJoints = async (
  db: Kysely<Database>,
  scope: readonly AreaPath[],
  slice: Slice,
): Promise<Paged<JointRow>> => {
  if (scope.length === 0) return paged([], 0, slice)
  const within = joints(db).where(eb =>
    eb.or(scope.flatMap(path => [eb('area.path', '=', path), eb('area.path', 'like', `${path}/%`)])),
  )
  const { total } = await within
    .clearSelect()
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await within
    .orderBy('joint.created_at', 'desc')
    .orderBy('joint.id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return paged(rows.map(toJoint), total, slice)
}

export type NewJoint = Joint & {
  readonly list: FixedList
  readonly createdBy: string
  readonly createdAt: Date
}

/** Adds a campaign of several communes with its list. */
export const insertJoint = async (tx: Transaction<Database>, joint: NewJoint): Promise<void> => {
  const { list, stages } = joint
  await tx
    .insertInto('joint_campaign')
    .values({
      id: joint.id,
      area_id: joint.areaId,
      name: joint.name,
      title: joint.title,
      starts_on: joint.startsOn,
      ends_on: joint.endsOn,
      questionnaire_id: joint.questionnaireId,
      rules_id: joint.rulesId,
      commune_ids: [...joint.communeIds],
      stage_communes: stages?.communes ?? null,
      stage_villages: stages?.villages ?? null,
      stage_households: stages?.households ?? null,
      list: list.text,
      list_hash: list.hash,
      list_households: list.households,
      household_ids: [...list.householdIds],
      village_ids: [...list.villageIds],
      created_by: joint.createdBy,
      created_at: joint.createdAt,
    })
    .execute()
}

/** Writes down that the campaigns of the communes were made, and the seed where households were drawn. */
export const updateJointStarted = async (
  tx: Transaction<Database>,
  id: string,
  { seed, startedAt }: { readonly seed: Seed | null; readonly startedAt: Date },
): Promise<void> => {
  await tx
    .updateTable('joint_campaign')
    .set({
      seed: seed?.seed ?? null,
      seed_source: seed?.source ?? null,
      seed_told: seed?.told ?? null,
      started_at: startedAt,
    })
    .where('id', '=', id)
    .execute()
}

/** Freezes rules and questionnaire for every commune; the database refuses to change them afterwards. */
export const updateJointFrozen = async (
  tx: Transaction<Database>,
  id: string,
  frozen: object,
): Promise<void> => {
  await tx
    .updateTable('joint_campaign')
    .set({ frozen: JSON.stringify(frozen) })
    .where('id', '=', id)
    .execute()
}
