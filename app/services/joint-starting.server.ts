import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { plainPlan } from '#app/campaign/plan.ts'
import { drawStages, type StagedFault } from '#app/household/sample-stages.ts'
import { findArea } from '#db/queries/areas.ts'
import { insertCampaign } from '#db/queries/campaigns.ts'
import { findJointList, type JointRow, lockJoint, updateJointStarted } from '#db/queries/joints.ts'
import { upsertPlan } from '#db/queries/plans.ts'
import { insertMembers, type NewMember } from '#db/queries/sample-households.ts'
import type { Seed } from '#db/queries/samples.ts'
import { campaignKeyOf } from './campaigns.server.ts'
import { type Change, type Context, change, newId, sha256 } from './context.server.ts'
import { permitOnJoint } from './joint.server.ts'
import { seedOf } from './sample.server.ts'
import type { SeedForm } from './sample-form.server.ts'
import { drawnMembers, readFixed } from './sample-list.server.ts'

type StartFault = StagedFault | 'joint-unknown' | 'forbidden' | 'joint-started' | 'joint-seed-missing'

/** One commune of a joint campaign as it begins: all of it, or the villages and households that were drawn. */
type Part = { readonly communeId: string; readonly members: readonly NewMember[] | null }

const communeOf = async ({ tx }: Change, villageId: string): Promise<string> => {
  const village = await findArea(tx, villageId)
  const communeId = village?.path.split('/').at(-2)
  if (!communeId) throw new Error(`a village without a commune: ${villageId}`)
  return communeId
}

/** The draw by communes: which of them, and their members. */
const partsOfDraw = async (gate: Change, members: readonly NewMember[]): Promise<readonly Part[]> => {
  const parts = new Map<string, NewMember[]>()
  const known = new Map<string, string>()
  for (const member of members) {
    const communeId = known.get(member.villageId) ?? (await communeOf(gate, member.villageId))
    known.set(member.villageId, communeId)
    const part = parts.get(communeId)
    if (part) part.push(member)
    else parts.set(communeId, [member])
  }
  return [...parts].map(([communeId, drawn]) => ({ communeId, members: drawn }))
}

type Beginning = { readonly seed: Seed | null; readonly parts: readonly Part[] }

const begin = async (
  context: Context,
  gate: Change,
  joint: JointRow,
  form: SeedForm | null,
): Promise<Result<Beginning, StartFault>> => {
  const { stages } = joint
  if (!stages)
    return ok({ seed: null, parts: joint.communeIds.map(communeId => ({ communeId, members: null })) })
  if (!form) return no('joint-seed-missing')
  const seed = seedOf(context, form)
  const list = await findJointList(gate.tx, joint.id)
  const { communes, villages, households } = stages
  const draw = drawStages(
    readFixed(list),
    { seed: seed.seed, communes, villagesPerCommune: villages, householdsPerVillage: households },
    sha256,
  )
  if (!draw.ok) return draw
  const parts = await partsOfDraw(gate, drawnMembers(list, draw.value.villages))
  return ok({ seed: { ...seed, seed: draw.value.seed }, parts })
}

type Founder = { readonly joint: JointRow; readonly createdBy: string }

/** One ordinary campaign in draft, for the commune's cadre to run. */
const insertPart = async (
  context: Context,
  { tx, record }: Change,
  { joint, createdBy }: Founder,
  { communeId, members }: Part,
): Promise<void> => {
  const id = newId(context) as CampaignId
  const commune = await findArea(tx, communeId)
  const name = `${joint.name} – ${commune?.name ?? communeId}`
  const { title, startsOn, endsOn, questionnaireId, rulesId } = joint
  await insertCampaign(tx, {
    ...{ id, name, title, communeId, startsOn, endsOn, questionnaireId, rulesId, createdBy },
    createdAt: context.clock(),
    searchKey: campaignKeyOf(name, commune?.name ?? ''),
    jointId: joint.id,
  })
  if (members) {
    await insertMembers(tx, id, members)
    const villageIds = [...new Set(members.map(({ villageId }) => villageId))]
    await upsertPlan(tx, id, { ...plainPlan, villageIds })
  }
  record(
    { kind: 'campaign.created', title, rules: rulesId, questionnaire: questionnaireId },
    { campaignId: id },
  )
}

/**
 * Starts a joint campaign: draws communes, villages and households by the seed where it draws, and gives every commune its
 * own campaign in draft. Once, since a second seed could be chosen for what it brings.
 */
export const startJoint = async (
  context: Context,
  jointId: string,
  form: SeedForm | null,
): Promise<Result<string, StartFault>> => {
  const permitted = await permitOnJoint(context, 'joint.manage', jointId)
  if (!permitted.ok) return permitted
  return change<string, StartFault>(context, async gate => {
    const joint = await lockJoint(gate.tx, jointId)
    if (!joint) return no('joint-unknown')
    if (joint.startedAt) return no('joint-started')
    const beginning = await begin(context, gate, joint, form)
    if (!beginning.ok) return beginning
    const { seed, parts } = beginning.value
    for (const part of parts)
      await insertPart(context, gate, { joint, createdBy: permitted.value.person.id }, part)
    await updateJointStarted(gate.tx, joint.id, { seed, startedAt: context.clock() })
    const told = { hash: joint.listHash, seed: seed?.seed ?? '', campaigns: parts.length }
    gate.record({ kind: 'joint.started', joint: joint.name, ...told })
    return ok(joint.id)
  })
}
