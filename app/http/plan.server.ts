import { methods, type Team } from '#app/campaign/plan.ts'
import type { PlanView } from '#app/services/plan-view.server.ts'
import { type Fields, readFields } from './form.server.ts'

/** What was ticked among the boxes `prefix.value`. */
const ticked = (texts: Fields['texts'], prefix: string): readonly string[] =>
  Object.keys(texts).flatMap(name => (name.startsWith(`${prefix}.`) ? [name.slice(prefix.length + 1)] : []))

/** A posted form of a plan or a team: its texts, and its ticks as lists under the names of the schemas. */
export const readPlanFields = async (request: Request) => {
  const { texts, get } = await readFields(request)
  const form = { ...texts, villageIds: ticked(texts, 'village'), methods: ticked(texts, 'method') }
  return { texts, get, form }
}

type Typed = Readonly<Record<string, string>>

const ticks = (prefix: string, values: readonly string[]): Typed =>
  Object.fromEntries(values.map(value => [`${prefix}.${value}`, 'yes']))

/** The boxes of the form of a plan, filled in from the plan. */
export const planTyped = ({ campaign, plan, villages }: PlanView): Typed => {
  const { name, title, startsOn, endsOn, questionnaireId, rulesId } = campaign
  const { purpose, requirements } = plan
  return {
    ...{ name, title, startsOn, endsOn, questionnaireId, rulesId, purpose, requirements },
    ...ticks(
      'village',
      villages.map(({ villageId }) => villageId),
    ),
    ...ticks(
      'method',
      methods.filter(method => plan.methods.includes(method)),
    ),
  }
}

/** The boxes of the form by which a plan is issued. */
export const markTyped = ({ plan }: PlanView): Typed => ({
  number: plan.number ?? '',
  issuedOn: plan.issuedOn ?? '',
  signer: plan.signer ?? '',
})

/** The boxes of the form of a team. */
export const teamTyped = ({ name, leader, members, villageIds }: Team): Typed => ({
  ...{ name, leader, members },
  ...ticks('village', villageIds),
})

const things = ['sua', 'ban-hanh', 'to', 'bo-to'] as const

/** What a redirect says has just been done to the plan, or null. */
export const readPlanDone = (request: Request): (typeof things)[number] | null => {
  const done = new URL(request.url).searchParams.get('xong')
  return things.find(thing => thing === done) ?? null
}
