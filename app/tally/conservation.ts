import { type UnitCounts, validOf } from './counts.ts'

export type CountProblemCode =
  | 'not-an-integer'
  | 'negative'
  | 'contents-length'
  | 'issued-above-households'
  | 'collected-above-issued'
  | 'invalid-above-collected'
  | 'content-not-adding-up'
  | 'any-dissatisfied-out-of-range'
  | 'duplicate-unit'
  | 'no-units'
  | 'no-contents'
  | 'duplicate-content'

/** A law of counting that is broken: where, and the numbers that contradict each other, by name. The code is the i18n key. */
export type CountProblem = {
  readonly code: CountProblemCode
  readonly unit?: string
  readonly commune?: string
  readonly content?: string
  readonly field?: string
  readonly numbers: Readonly<Record<string, number>>
}

type Where = { readonly unit: string; readonly commune: string }

function fieldsOf(unit: UnitCounts, contents: readonly string[]) {
  const { households, issued, collected, invalid } = unit
  const heads = Object.entries({ households, issued, collected, invalid }).map(([field, value]) => ({
    field,
    value,
  }))
  const any = unit.anyDissatisfied === null ? [] : [{ field: 'anyDissatisfied', value: unit.anyDissatisfied }]
  const lines = unit.contents.flatMap((counts, i) =>
    Object.entries(counts).map(([field, value]) => ({ field, value, content: contents[i] ?? String(i + 1) })),
  )
  return [...heads, ...any, ...lines]
}

function notCounts(unit: UnitCounts, contents: readonly string[], where: Where): readonly CountProblem[] {
  return fieldsOf(unit, contents).flatMap(({ value, ...place }): readonly CountProblem[] => {
    if (!Number.isSafeInteger(value))
      return [{ code: 'not-an-integer', ...where, ...place, numbers: { value } }]
    return value < 0 ? [{ code: 'negative', ...where, ...place, numbers: { value } }] : []
  })
}

function headProblems(unit: UnitCounts, where: Where): readonly CountProblem[] {
  const { households, issued, collected, invalid } = unit
  const problems: CountProblem[] = []
  if (issued > households)
    problems.push({ code: 'issued-above-households', ...where, numbers: { issued, households } })
  if (collected > issued)
    problems.push({ code: 'collected-above-issued', ...where, numbers: { collected, issued } })
  if (invalid > collected)
    problems.push({ code: 'invalid-above-collected', ...where, numbers: { invalid, collected } })
  return problems
}

function contentProblems(
  unit: UnitCounts,
  contents: readonly string[],
  where: Where,
): readonly CountProblem[] {
  const valid = validOf(unit)
  return unit.contents.flatMap(({ satisfied, dissatisfied, blank }, i) => {
    const sum = satisfied + dissatisfied + blank
    if (sum === valid) return []
    const numbers = { satisfied, dissatisfied, blank, sum, valid }
    return [
      { code: 'content-not-adding-up' as const, ...where, content: contents[i] ?? String(i + 1), numbers },
    ]
  })
}

/** Ballots with any “chưa hài lòng” are at least those of the worst content, and at most all valid ones or the sum over contents. */
function anyDissatisfiedProblems(unit: UnitCounts, where: Where): readonly CountProblem[] {
  const { anyDissatisfied } = unit
  if (anyDissatisfied === null) return []
  const marks = unit.contents.map(counts => counts.dissatisfied)
  const atLeast = Math.max(0, ...marks)
  const atMost = Math.min(
    validOf(unit),
    marks.reduce((a, b) => a + b, 0),
  )
  if (anyDissatisfied >= atLeast && anyDissatisfied <= atMost) return []
  return [{ code: 'any-dissatisfied-out-of-range', ...where, numbers: { anyDissatisfied, atLeast, atMost } }]
}

/** Every law of counting that one unit breaks. `contents` are the keys of the contents, the overall question last. Source: the conservation laws of the count minutes (phát ra ≥ thu về = hợp lệ + không hợp lệ). */
export function checkUnit(unit: UnitCounts, contents: readonly string[]): readonly CountProblem[] {
  const where = { unit: unit.name, commune: unit.commune }
  const shapeless = notCounts(unit, contents, where)
  if (shapeless.length > 0) return shapeless
  const head = headProblems(unit, where)
  if (unit.contents.length !== contents.length) {
    const numbers = { found: unit.contents.length, expected: contents.length }
    return [...head, { code: 'contents-length', ...where, numbers }]
  }
  return [...head, ...contentProblems(unit, contents, where), ...anyDissatisfiedProblems(unit, where)]
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
}

function unitNameProblems(units: readonly UnitCounts[]): readonly CountProblem[] {
  const times = new Map<string, { readonly unit: UnitCounts; readonly count: number }>()
  for (const unit of units) {
    const key = JSON.stringify([unit.commune, unit.name])
    times.set(key, { unit, count: (times.get(key)?.count ?? 0) + 1 })
  }
  return [...times.values()].flatMap(({ unit, count }) =>
    count < 2
      ? []
      : [{ code: 'duplicate-unit' as const, unit: unit.name, commune: unit.commune, numbers: { count } }],
  )
}

/** Every law of counting that a set of units breaks, each unit named once in its commune. Empty means the figures may be used. */
export function checkUnits(
  units: readonly UnitCounts[],
  contents: readonly string[],
): readonly CountProblem[] {
  if (contents.length === 0) return [{ code: 'no-contents', numbers: { contents: 0 } }]
  if (units.length === 0) return [{ code: 'no-units', numbers: { units: 0 } }]
  const twice = repeated(contents).map(content => ({
    code: 'duplicate-content' as const,
    content,
    numbers: { count: contents.filter(other => other === content).length },
  }))
  return [...twice, ...unitNameProblems(units), ...units.flatMap(unit => checkUnit(unit, contents))]
}
