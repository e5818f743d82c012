import { no, ok, type Result } from '#app/basics/result.ts'

/** What became of a batch (lô phiếu): it is being worked on, its ballots are in the count, or it was given up. */
export const batchStates = ['open', 'closed', 'voided'] as const
export type BatchState = (typeof batchStates)[number]

/** Longest reason for voiding a batch, in characters. */
export const longestVoidReason = 500

/** How far a batch is. All of it are numbers of sheets, but `ticked` and `answered`, which are households. */
export type BatchCounts = {
  /** Counted before anything else, and fixed from then on. */
  readonly sheets: number
  /** Households whose sheet came back. */
  readonly ticked: number
  /** Ticked households that have answered by other means meanwhile. */
  readonly answered: number
  /** Keyed once or more. */
  readonly first: number
  /** Keyed a second time, by somebody else. */
  readonly second: number
  /** Both keyings say the same, or a third look at the paper decided. */
  readonly resolved: number
}

/** Sheets whose two keyings differ and at which nobody has looked again yet. */
export const differingOf = ({ second, resolved }: BatchCounts): number => second - resolved

export type ClosingFault = 'batch-not-keyed' | 'batch-ticks-differ' | 'batch-household-answered'

/** A batch closes when sheets counted = households ticked = sheets resolved, and each of those households is still free. */
export const checkClosing = (counts: BatchCounts): Result<null, ClosingFault> => {
  if (counts.resolved !== counts.sheets) return no('batch-not-keyed')
  if (counts.ticked !== counts.sheets) return no('batch-ticks-differ')
  return counts.answered > 0 ? no('batch-household-answered') : ok(null)
}

/** What is to be done next with a batch. */
export const stages = [
  'first-keying',
  'second-keying',
  'differences',
  'ticking',
  'ready',
  'closed',
  'voided',
] as const
export type Stage = (typeof stages)[number]

/** Where a batch stands, by its state and counts. */
export const stageOf = (state: BatchState, counts: BatchCounts): Stage => {
  if (state !== 'open') return state
  if (counts.first < counts.sheets) return 'first-keying'
  if (counts.second < counts.sheets) return 'second-keying'
  if (counts.resolved < counts.sheets) return 'differences'
  return checkClosing(counts).ok ? 'ready' : 'ticking'
}
