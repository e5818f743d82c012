import type { Answer } from '#app/ballot/ballot.ts'
import { type BlankTreatment, countBallot } from './ballots.ts'

/** What one ballot says overall: `none` where it is invalid or left the last line blank. */
export type OverallAnswer = {
  readonly overall: 'satisfied' | 'dissatisfied' | 'none'
  readonly anyDissatisfied: boolean
}

/** A ballot with whoever brought it; null where that is not known. */
export type Brought = OverallAnswer & { readonly collector: string | null }

/** The ballots one collector brought, counted. */
export type CollectorCounts = {
  readonly collector: string
  readonly ballots: number
  readonly satisfied: number
  readonly dissatisfied: number
  /** Ballots with at least one dissatisfied line. */
  readonly anyDissatisfied: number
}

/** Fewest ballots of a collector, and of everybody else, of which answers are counted apart (invariant 3). */
export const fewestTogether = 10

/** The overall question is the last content; counted as the frozen rules count blank lines. */
export function overallOf(answers: readonly Answer[] | null, treatment: BlankTreatment): OverallAnswer {
  const counted = countBallot(answers, treatment)
  if (counted.kind === 'invalid') return { overall: 'none', anyDissatisfied: false }
  const last = counted.lines.at(-1) ?? 'blank'
  return { overall: last === 'blank' ? 'none' : last, anyDissatisfied: counted.anyDissatisfied }
}

const countsOf = (collector: string, ballots: readonly OverallAnswer[]): CollectorCounts => ({
  collector,
  ballots: ballots.length,
  satisfied: ballots.filter(ballot => ballot.overall === 'satisfied').length,
  dissatisfied: ballots.filter(ballot => ballot.overall === 'dissatisfied').length,
  anyDissatisfied: ballots.filter(ballot => ballot.anyDissatisfied).length,
})

/** Ballots by collector, in the order in which collectors first come; those of nobody known are left out. */
export function countByCollector(ballots: readonly Brought[]): readonly CollectorCounts[] {
  const groups = new Map<string, OverallAnswer[]>()
  for (const ballot of ballots) {
    if (ballot.collector === null) continue
    const known = groups.get(ballot.collector)
    if (known) known.push(ballot)
    else groups.set(ballot.collector, [ballot])
  }
  return [...groups].map(([collector, own]) => countsOf(collector, own))
}

/**
 * Which collectors' counts of one village and means may be kept apart: those with at least ten ballots, as long as the
 * ballots of everybody else are none or at least ten as well. Otherwise the smallest are withheld: the whole is public,
 * and what is left when every kept count is taken from it must not stand for a few households.
 */
export function keptApart(ballots: readonly Brought[]): readonly CollectorCounts[] {
  const counts = [...countByCollector(ballots)].sort((a, b) => b.ballots - a.ballots)
  const kept = counts.filter(one => one.ballots >= fewestTogether)
  let rest = ballots.length - kept.reduce((sum, one) => sum + one.ballots, 0)
  while (rest > 0 && rest < fewestTogether && kept.length > 0) rest += kept.pop()?.ballots ?? 0
  return kept
}

/** Adds counts of the same collector. */
export function addCounts(counts: readonly CollectorCounts[]): readonly CollectorCounts[] {
  const sums = new Map<string, CollectorCounts>()
  for (const one of counts) {
    const known = sums.get(one.collector)
    sums.set(
      one.collector,
      known
        ? {
            collector: one.collector,
            ballots: known.ballots + one.ballots,
            satisfied: known.satisfied + one.satisfied,
            dissatisfied: known.dissatisfied + one.dissatisfied,
            anyDissatisfied: known.anyDissatisfied + one.anyDissatisfied,
          }
        : one,
    )
  }
  return [...sums.values()]
}
