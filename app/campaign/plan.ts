import type { Day } from '#app/basics/day.ts'
import { type Campaign, isBeforeOpening, type State } from './campaign.ts'

/**
 * Ways of asking (hình thức lấy ý kiến) that a plan can name. The same words as the channels of a ballot, which come
 * later in the order of folders; a test holds the two together.
 */
export const methods = ['self', 'visit', 'meeting', 'paper'] as const

export type Method = (typeof methods)[number]

/** A team (tổ lấy ý kiến): who leads it, who helps, and the villages it serves. Names are text, not accounts. */
export type Team = {
  readonly id: string
  readonly name: string
  readonly leader: string
  readonly members: string
  readonly villageIds: readonly string[]
}

/** The people of a team: the leader first; members stand one a line or between commas. */
export const peopleOf = ({ leader, members }: Pick<Team, 'leader' | 'members'>): readonly string[] =>
  [leader, ...members.split(/[\n;,]/)].map(name => name.trim()).filter(Boolean)

/** The paper by which the plan was issued: a number without its sign, e.g. `12` of `12/KH-MTTQ-BTT`. */
export type PlanPaperMark = {
  readonly number: string | null
  readonly issuedOn: Day | null
  readonly signer: string | null
}

/** What a plan says beyond the campaign itself. */
export type Plan = PlanPaperMark & {
  /** The villages that are asked; null for all that the commune has when the campaign is opened. */
  readonly villageIds: readonly string[] | null
  readonly methods: readonly Method[]
  /** Mục đích and yêu cầu, one line each; null for the usual wording. */
  readonly purpose: string | null
  readonly requirements: string | null
}

/** The plan of a campaign about which nothing was said yet: everybody, by every means. */
export const plainPlan: Plan = {
  villageIds: null,
  methods,
  purpose: null,
  requirements: null,
  number: null,
  issuedOn: null,
  signer: null,
}

/** Everything that the form of a plan can change: the campaign's own facts, and the plan. */
export type Planned = Plan &
  Pick<Campaign, 'name' | 'title' | 'startsOn' | 'endsOn' | 'questionnaireId' | 'rulesId'>

const same = (a: Planned[keyof Planned], b: Planned[keyof Planned]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Names of the fields in which two plans differ, in the order of the form: what the log keeps of an edit. */
export const changedInPlan = (before: Planned, after: Planned): readonly (keyof Planned)[] =>
  planFields.filter(field => !same(before[field], after[field]))

const planFields = [
  'name',
  'title',
  'startsOn',
  'endsOn',
  'questionnaireId',
  'rulesId',
  'villageIds',
  'methods',
  'purpose',
  'requirements',
  'number',
  'issuedOn',
  'signer',
] as const satisfies readonly (keyof Planned)[]

/** Those of the commune's villages that a plan takes in, in the commune's order. */
export const plannedVillages = <V extends { readonly villageId: string }>(
  villages: readonly V[],
  villageIds: readonly string[] | null,
): readonly V[] =>
  villageIds === null ? villages : villages.filter(({ villageId }) => villageIds.includes(villageId))

/** Villages that no team serves, in the commune's order; empty while there is no team at all. */
export const unservedVillages = <V extends { readonly villageId: string }>(
  villages: readonly V[],
  teams: readonly Pick<Team, 'villageIds'>[],
): readonly V[] => {
  if (teams.length === 0) return []
  const served = new Set(teams.flatMap(team => team.villageIds))
  return villages.filter(({ villageId }) => !served.has(villageId))
}

/**
 * Whether number, day and signer of the plan's paper may be written down: until the round is opened, and afterwards while
 * it collects if that was never done, as a record of a paper that was signed all the same.
 */
export const takesMark = (state: State, { number }: Pick<Plan, 'number'>): boolean =>
  isBeforeOpening(state) || (state === 'collecting' && number === null)
