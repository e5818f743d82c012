import type { BlankTreatment } from './ballots.ts'
import { type CountProblem, checkUnit } from './conservation.ts'
import { addCounts, type ContentCounts, type UnitCounts } from './counts.ts'

/**
 * A village's tally sheet (biên bản kiểm phiếu): what was counted by hand. `issued` and `collected` are the whole
 * village's; `ballots` of the collected came in one by one and are counted elsewhere, the others on this sheet.
 */
export type Sheet = {
  readonly issued: number
  readonly collected: number
  readonly ballots: number
  /** Invalid sheets among those counted by hand. */
  readonly invalid: number
  /** Valid sheets counted by hand, by content; the overall question last. */
  readonly contents: readonly ContentCounts[]
  /** Valid sheets with at least one "chưa hài lòng"; null where nobody counted them. */
  readonly anyDissatisfied: number | null
}

/** What the sheet must agree with: the households that are asked, the ballots recorded one by one, the rules. */
export type SheetFrame = {
  readonly households: number
  readonly ballots: number
  readonly contents: readonly string[]
  readonly treatment: BlankTreatment
}

export type SheetProblem =
  | CountProblem
  | {
      readonly code: 'ballots-differ' | 'sheet-empty' | 'blank-under-invalidating-rule'
      readonly content?: string
      readonly field?: string
      readonly numbers: Readonly<Record<string, number>>
    }

/** Sheets counted by hand. */
export const byHandOf = (sheet: Sheet): number => sheet.collected - sheet.ballots

const handUnit = (sheet: Sheet): UnitCounts => ({
  name: '',
  commune: '',
  households: byHandOf(sheet),
  issued: byHandOf(sheet),
  collected: byHandOf(sheet),
  invalid: sheet.invalid,
  contents: sheet.contents,
  anyDissatisfied: sheet.anyDissatisfied,
})

const splitProblems = (sheet: Sheet, frame: SheetFrame): readonly SheetProblem[] => {
  const declared = sheet.ballots
  const problems: SheetProblem[] = []
  if (declared !== frame.ballots)
    problems.push({
      code: 'ballots-differ',
      field: 'ballots',
      numbers: { declared, recorded: frame.ballots },
    })
  if (byHandOf(sheet) <= 0)
    problems.push({
      code: 'sheet-empty',
      field: 'collected',
      numbers: { collected: sheet.collected, ballots: declared },
    })
  return problems
}

const headProblems = (sheet: Sheet, frame: SheetFrame): readonly SheetProblem[] => {
  const { issued, collected } = sheet
  const { households } = frame
  const problems: SheetProblem[] = []
  if (issued > households)
    problems.push({ code: 'issued-above-households', field: 'issued', numbers: { issued, households } })
  if (collected > issued)
    problems.push({ code: 'collected-above-issued', field: 'collected', numbers: { collected, issued } })
  return problems
}

const blankProblems = (sheet: Sheet, frame: SheetFrame): readonly SheetProblem[] => {
  if (frame.treatment !== 'invalidates-ballot') return []
  return sheet.contents.flatMap(({ blank }, index): readonly SheetProblem[] =>
    blank > 0
      ? [{ code: 'blank-under-invalidating-rule', content: frame.contents[index] ?? '', numbers: { blank } }]
      : [],
  )
}

/** Every law of counting that a sheet breaks, each with its two numbers; empty when it may be entered. */
export const checkSheet = (sheet: Sheet, frame: SheetFrame): readonly SheetProblem[] => {
  const lines = checkUnit(handUnit(sheet), frame.contents)
  return [
    ...headProblems(sheet, frame),
    ...splitProblems(sheet, frame),
    ...lines,
    ...blankProblems(sheet, frame),
  ]
}

/** A village's counts from its ballots and its sheet together; the sheet states what was handed out in the whole village. */
export const withSheet = (ballots: UnitCounts, sheet: Sheet): UnitCounts => ({
  ...ballots,
  ...addCounts(ballots, { ...handUnit(sheet), households: 0 }),
  issued: sheet.issued,
})
