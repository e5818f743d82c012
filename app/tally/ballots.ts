import type { Answer } from '#app/ballot/ballot.ts'
import type { AreaCounts, ContentCounts } from './counts.ts'

/**
 * What a line that is blank or doubly marked does:
 * `invalidates-ballot` the whole ballot is invalid (as for the household ballots of NĐ 54/2018/NĐ-CP);
 * `invalid-line` the ballot stands and this line leaves the base of its content;
 * `blank-line` the ballot stands and the line stays in the base as neither satisfied nor dissatisfied.
 */
export const blankTreatments = ['invalidates-ballot', 'invalid-line', 'blank-line'] as const
export type BlankTreatment = (typeof blankTreatments)[number]

/** How one line is counted. */
export type CountedLine = keyof ContentCounts

export type CountedBallot =
  | { readonly kind: 'valid'; readonly lines: readonly CountedLine[]; readonly anyDissatisfied: boolean }
  | { readonly kind: 'invalid' }

/** Part of an area's counts that comes from ballots alone. */
export type BallotCounts = Pick<AreaCounts, 'collected' | 'invalid' | 'contents' | 'anyDissatisfied'>

const isClear = (answer: Answer): answer is 'satisfied' | 'dissatisfied' =>
  answer === 'satisfied' || answer === 'dissatisfied'

/**
 * How one ballot counts. `answers` in the order of the contents, or null for a sheet that cannot be read as a ballot at all.
 * A line marked twice is treated like a blank one. A ballot on which every line is blank says nothing and is invalid under every treatment.
 */
export function countBallot(answers: readonly Answer[] | null, treatment: BlankTreatment): CountedBallot {
  if (answers === null || !answers.some(isClear)) return { kind: 'invalid' }
  if (treatment === 'invalidates-ballot' && !answers.every(isClear)) return { kind: 'invalid' }
  const lines = answers.map(answer => (isClear(answer) ? answer : 'blank'))
  return { kind: 'valid', lines, anyDissatisfied: lines.includes('dissatisfied') }
}

/** Counts the ballots of one unit. `contents` is the number of contents; a ballot of another length is a bug and throws. */
export function tallyBallots(
  ballots: Iterable<readonly Answer[] | null>,
  options: { readonly contents: number; readonly treatment: BlankTreatment },
): BallotCounts {
  const lines = Array.from({ length: options.contents }, () => ({ satisfied: 0, dissatisfied: 0, blank: 0 }))
  let [collected, invalid, anyDissatisfied] = [0, 0, 0]
  for (const answers of ballots) {
    if (answers !== null && answers.length !== options.contents)
      throw new Error(`a ballot of ${answers.length} answers among ballots of ${options.contents}`)
    const ballot = countBallot(answers, options.treatment)
    collected += 1
    if (ballot.kind === 'invalid') {
      invalid += 1
      continue
    }
    if (ballot.anyDissatisfied) anyDissatisfied += 1
    for (const [i, counts] of lines.entries()) counts[ballot.lines[i] ?? 'blank'] += 1
  }
  return { collected, invalid, contents: lines, anyDissatisfied }
}
