import { checkSheet, type Sheet, type SheetFrame, type SheetProblem } from './sheet.ts'

/** How a count is typed: digits alone. An empty cell is never a zero. */
export const countPattern = /^\d{1,6}$/

/** What is wrong with a cell of a typed sheet: not filled in, not a count, or a law of counting that it breaks with others. */
export type TypedFault = {
  readonly field: string
  readonly code: SheetProblem['code'] | 'count-missing' | 'count-unreadable'
  readonly numbers: Readonly<Record<string, number>>
}

/** A sheet as typed: every cell a text. */
export type TypedSheet = Readonly<Record<string, string>>

const heads = ['issued', 'collected', 'ballots', 'invalid'] as const
const options = ['satisfied', 'dissatisfied', 'blank'] as const

const textOf = (typed: TypedSheet, field: string): string => (typed[field] ?? '').trim()

const countIn = (typed: TypedSheet, field: string): number | null => {
  const text = textOf(typed, field)
  return countPattern.test(text) ? Number(text) : null
}

/** The counts' cells of a sheet, in printed order. */
export const sheetFields = (contents: readonly string[]): readonly string[] => [
  ...heads,
  'anyDissatisfied',
  ...contents.flatMap(key => options.map(option => `${option}.${key}`)),
]

const cellFaults = (typed: TypedSheet, contents: readonly string[]): readonly TypedFault[] =>
  sheetFields(contents).flatMap((field): readonly TypedFault[] => {
    if (countIn(typed, field) !== null) return []
    if (textOf(typed, field) !== '') return [{ field, code: 'count-unreadable', numbers: {} }]
    return field === 'anyDissatisfied' ? [] : [{ field, code: 'count-missing', numbers: {} }]
  })

const isFull = (typed: TypedSheet, fields: readonly string[]): boolean =>
  fields.every(field => countIn(typed, field) !== null)

/** Which cells a head's breach is about: while one of them is empty it cannot be said. */
const uses: { readonly [code in SheetProblem['code']]?: readonly string[] } = {
  'issued-above-households': ['issued'],
  'collected-above-issued': ['issued', 'collected'],
  'ballots-differ': ['ballots'],
  'sheet-empty': ['collected', 'ballots'],
  'invalid-above-collected': ['collected', 'ballots', 'invalid'],
}

/** Lines are checked once it is known how many valid sheets they must add up to. */
const fullLines = (typed: TypedSheet, contents: readonly string[]): readonly string[] => {
  const [collected, ballots, invalid] = ['collected', 'ballots', 'invalid'].map(field =>
    countIn(typed, field),
  )
  if (typeof collected !== 'number' || typeof ballots !== 'number' || typeof invalid !== 'number') return []
  if (collected <= ballots || invalid > collected - ballots) return []
  return contents.filter(key =>
    isFull(
      typed,
      options.map(option => `${option}.${key}`),
    ),
  )
}

const sheetOf = (typed: TypedSheet, lines: readonly string[], complete: boolean): Sheet => {
  const count = (field: string): number => countIn(typed, field) ?? 0
  return {
    issued: count('issued'),
    collected: count('collected'),
    ballots: count('ballots'),
    invalid: count('invalid'),
    anyDissatisfied: complete ? countIn(typed, 'anyDissatisfied') : null,
    contents: lines.map(key => ({
      satisfied: count(`satisfied.${key}`),
      dissatisfied: count(`dissatisfied.${key}`),
      blank: count(`blank.${key}`),
    })),
  }
}

const fieldOf = ({ code, field, content }: SheetProblem): string => {
  if (code === 'blank-under-invalidating-rule') return `blank.${content}`
  if (code === 'any-dissatisfied-out-of-range') return 'anyDissatisfied'
  if (code === 'invalid-above-collected') return 'invalid'
  return field ?? `satisfied.${content}`
}

const breaches = (typed: TypedSheet, frame: SheetFrame): readonly TypedFault[] => {
  const lines = fullLines(typed, frame.contents)
  const complete = lines.length === frame.contents.length
  return checkSheet(sheetOf(typed, lines, complete), { ...frame, contents: lines })
    .filter(({ code }) => code !== 'negative' && isFull(typed, uses[code] ?? []))
    .map(problem => ({ field: fieldOf(problem), code: problem.code, numbers: problem.numbers }))
}

const firstOfEach = (faults: readonly TypedFault[]): readonly TypedFault[] =>
  faults.filter(({ field }, index) => faults.findIndex(other => other.field === field) === index)

/**
 * What is wrong with a sheet as it stands typed, one fault a cell, in printed order: the same laws as `checkSheet`, each
 * said as soon as its cells are filled in. Without a fault the sheet may be entered.
 */
export const checkTyped = (typed: TypedSheet, frame: SheetFrame): readonly TypedFault[] => {
  const order = sheetFields(frame.contents)
  const faults = firstOfEach([...cellFaults(typed, frame.contents), ...breaches(typed, frame)])
  return [...faults].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}
