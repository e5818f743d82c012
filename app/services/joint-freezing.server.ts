import { ok, type Result } from '#app/basics/result.ts'
import { type Frozen, readFrozen } from '#app/verdict/frozen.ts'
import { lockJoint, updateJointFrozen } from '#db/queries/joints.ts'
import type { Change } from './context.server.ts'

/**
 * What all communes of a joint campaign freeze alike: taken by the first that opens, under the joint campaign's lock, and
 * handed to every other. `current` finds the rules as they stand now.
 */
export const freezeWithOthers = async <E extends string>(
  { tx, record }: Change,
  jointId: string,
  current: () => Promise<Result<Frozen, E>>,
): Promise<Result<Frozen, E>> => {
  const joint = await lockJoint(tx, jointId)
  if (!joint) throw new Error(`campaign of a joint campaign that is not there: ${jointId}`)
  if (joint.frozen !== null) return ok(readFrozen(joint.frozen))
  const frozen = await current()
  if (!frozen.ok) return frozen
  await updateJointFrozen(tx, jointId, frozen.value)
  const { id: rules, version } = frozen.value.rules
  record({ kind: 'joint.frozen', joint: joint.name, rules, version })
  return frozen
}
