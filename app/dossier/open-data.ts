import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { contentFigures } from '#app/tally/base.ts'
import type { AreaCounts } from '#app/tally/counts.ts'
import { countingOf, type Rules } from '#app/verdict/rules.ts'
import type { OpenUnit } from './small-cells.ts'

/*
 * Open data of one round. Every unit is told by its ballots (participation); its answers only where the protected table
 * tells them. Answers of `unit` and `group` rows add up to those of `total`; ballots of `unit` and `hidden` rows do as well,
 * and so do those of `unit` and `group`.
 */

/** What a row of open data is: a unit told by itself, one told only in a group, the group, or all together. */
export type OpenKind = 'unit' | 'hidden' | 'group' | 'total'

/** Answers to one content out of their base; counts of ballots. */
export type OpenAnswers = {
  readonly content: string
  readonly satisfied: number
  readonly dissatisfied: number
  readonly blank: number
  readonly base: number
}

export type OpenRow = {
  readonly kind: OpenKind
  readonly name: string
  readonly households: number
  readonly issued: number
  readonly collected: number
  readonly valid: number
  readonly invalid: number
  /** Null where it was not counted, or is not told. */
  readonly anyDissatisfied: number | null
  /** In printed order, the overall question last; null where they are not told. */
  readonly answers: readonly OpenAnswers[] | null
}

/** A unit by its ballots, and by its name. */
export type Heads = Pick<OpenRow, 'name' | 'households' | 'issued' | 'collected' | 'valid' | 'invalid'>

type Frozen = { readonly questionnaire: Questionnaire; readonly rules: Rules }

/** What is told of which units; null where no answer is told at all. */
export type Told = { readonly units: readonly OpenUnit[]; readonly total: AreaCounts } | null

const headsOf = ({ households, issued, collected, invalid }: AreaCounts, name: string): Heads => ({
  ...{ name, households, issued, collected, invalid },
  valid: collected - invalid,
})

const answersOf = (counts: AreaCounts, { questionnaire, rules }: Frozen): readonly OpenAnswers[] =>
  contentFigures(counts, contentKeys(questionnaire), countingOf(rules)).map(
    ({ content, counts: cells, satisfied }) => ({ content, ...cells, base: satisfied.whole }),
  )

const toldRow = (kind: OpenKind, name: string, counts: AreaCounts, frozen: Frozen): OpenRow => ({
  kind,
  ...headsOf(counts, name),
  anyDissatisfied: counts.anyDissatisfied,
  answers: answersOf(counts, frozen),
})

const hiddenRow = (kind: OpenKind, heads: Heads): OpenRow => {
  const { name, households, issued, collected, valid, invalid } = heads
  return {
    ...{ kind, name, households, issued, collected, valid, invalid },
    anyDissatisfied: null,
    answers: null,
  }
}

/** Two units may share a name, not also all of their ballots. */
const keyOf = ({
  name,
  ...counts
}: Pick<Heads, 'name' | 'households' | 'issued' | 'collected' | 'invalid'>) =>
  [name, counts.households, counts.issued, counts.collected, counts.invalid].join('\t')

/** The rows of open data: units in their order, the groups, the total. `heads` are all units, `total` all of them together. */
export const openRows = (
  told: Told,
  { heads, total, ...frozen }: Frozen & { readonly heads: readonly Heads[]; readonly total: Heads },
): readonly OpenRow[] => {
  if (told === null) return [...heads.map(one => hiddenRow('hidden', one)), hiddenRow('total', total)]
  const alone = new Map(
    told.units.flatMap(one => (one.kind === 'village' ? [[keyOf(one.unit), one.unit] as const] : [])),
  )
  const each = heads.map(one => {
    const unit = alone.get(keyOf(one))
    return unit ? toldRow('unit', one.name, unit, frozen) : hiddenRow('hidden', one)
  })
  // Named in the order of the units, whatever led to the group.
  const hidden = each.flatMap(row => (row.kind === 'hidden' ? [row.name] : [])).join(', ')
  const groups = told.units.flatMap(one =>
    one.kind === 'merged' ? [toldRow('group', hidden, one.counts, frozen)] : [],
  )
  return [...each, ...groups, toldRow('total', total.name, told.total, frozen)]
}
