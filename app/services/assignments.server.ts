import { liesWithin } from '#app/account/area.ts'
import type { Person } from '#app/account/person.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { listAreasWithin } from '#db/queries/areas.ts'
import {
  type Assignment,
  deleteAssignment,
  insertAssignments,
  listAssignments,
  listCollectors,
} from '#db/queries/assignments.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change } from './context.server.ts'

/** A collector who looks after a village or may be asked to. */
export type Candidate = {
  readonly accountId: string
  readonly name: string
  readonly username: string
  readonly assigned: boolean
  /** Whether the account's areas hold the village: without that, being assigned opens nothing. */
  readonly mayCollect: boolean
}

export type AssignmentVillage = {
  readonly villageId: string
  readonly name: string
  readonly candidates: readonly Candidate[]
}

export type AssignmentDesk = {
  readonly campaign: CampaignRow
  readonly villages: readonly AssignmentVillage[]
}

export type AssignmentFault = 'campaign-unknown' | 'forbidden' | 'campaign-step-not-now'

type Place = { readonly villageId: string; readonly name: string; readonly path: string }

/** Before opening, the villages of the commune; from then on, those that the campaign froze. */
const placesOf = async ({ db }: Pick<Context, 'db'>, campaign: CampaignRow): Promise<readonly Place[]> => {
  const frozen = await listCampaignVillages(db, campaign.id)
  if (frozen.length > 0) return frozen
  const areas = await listAreasWithin(db, 'village', [campaign.communePath])
  return areas.map(({ id, name, path }) => ({ villageId: id, name, path }))
}

const mayCollectIn = (person: Person, { path }: Place): boolean =>
  person.areas.some(area => liesWithin(path, area))

const keyOf = ({ villageId, accountId }: Assignment): string => `${villageId}|${accountId}`

const candidatesOf = (
  place: Place,
  collectors: readonly Person[],
  assigned: ReadonlySet<string>,
): readonly Candidate[] =>
  collectors
    .map(person => ({
      accountId: person.id,
      name: person.name,
      username: person.username,
      assigned: assigned.has(keyOf({ villageId: place.villageId, accountId: person.id })),
      mayCollect: mayCollectIn(person, place),
    }))
    .filter(candidate => candidate.mayCollect || candidate.assigned)

const isOver = ({ state }: CampaignRow): boolean => isCounted(state) || state === 'cancelled'

/** Who collects where: each village with the collectors whose areas hold it, and those assigned to it. */
export const findAssignments = async (
  context: Context,
  campaignId: string,
): Promise<Result<AssignmentDesk, AssignmentFault>> => {
  const permitted = await permitOnCommune(context, 'collector.assign', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (isOver(campaign)) return no('campaign-step-not-now')
  const collectors = await listCollectors(context.db, {
    campaignId: campaign.id,
    communePath: campaign.communePath,
  })
  const assigned = new Set((await listAssignments(context.db, campaign.id)).map(keyOf))
  const villages = (await placesOf(context, campaign)).map(place => ({
    villageId: place.villageId,
    name: place.name,
    candidates: candidatesOf(place, collectors, assigned),
  }))
  return ok({ campaign, villages })
}

/** What changes an assignment: known villages, and collectors who may be told apart by their names. */
const readChanges = (
  desk: AssignmentDesk,
  wanted: ReadonlySet<string>,
): readonly { readonly village: AssignmentVillage; readonly candidate: Candidate; readonly add: boolean }[] =>
  desk.villages.flatMap(village =>
    village.candidates.flatMap(candidate => {
      const add = wanted.has(keyOf({ villageId: village.villageId, accountId: candidate.accountId }))
      return add === candidate.assigned ? [] : [{ village, candidate, add }]
    }),
  )

type Moves = ReturnType<typeof readChanges>

const move = async ({ tx, record }: Change, campaign: CampaignRow, moves: Moves): Promise<void> => {
  for (const { village, candidate, add } of moves) {
    const one = { villageId: village.villageId, accountId: candidate.accountId }
    if (add) await insertAssignments(tx, campaign.id, [one])
    else await deleteAssignment(tx, campaign.id, one)
    record(
      {
        kind: add ? 'collector.assigned' : 'collector.withdrawn',
        village: village.name,
        collector: candidate.username,
      },
      { campaignId: campaign.id },
    )
  }
}

/**
 * Assigns villages to collectors: exactly those pairs that are wanted stand afterwards. Pairs that the page does not
 * offer (a village of another commune, an account without the area) are left out. How many changed.
 */
export const assignCollectors = async (
  context: Context,
  { campaignId, wanted }: { readonly campaignId: string; readonly wanted: readonly Assignment[] },
): Promise<Result<number, AssignmentFault>> => {
  const permitted = await permitOnCommune(context, 'collector.assign', campaignId)
  if (!permitted.ok) return permitted
  const pairs = new Set(wanted.map(keyOf))
  let unchanged = false
  const done = await change<number, AssignmentFault | 'unchanged'>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    if (!campaign) return no('campaign-unknown')
    const desk = await findAssignments({ ...context, db: gate.tx }, campaignId)
    if (!desk.ok) return desk
    const moves = readChanges(desk.value, pairs)
    unchanged = moves.length === 0
    if (unchanged) return no('unchanged')
    await move(gate, campaign, moves)
    return ok(moves.length)
  })
  if (done.ok) return done
  return done.error === 'unchanged' ? ok(0) : no(done.error)
}
