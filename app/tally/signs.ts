import { fisherTwoSided, holm, type YesNo } from './signs-fisher.ts'

/*
 * Signs for a human to look at. A sign says "this is unusual", with the numbers that make it so; it is never a verdict on
 * a person, changes no count, and has harmless explanations (a hamlet by the new road, a meeting where many answered at
 * once). Whoever words it says both.
 */

/** How sure and how many before anything is said. Ours, not a rule of the programme: set by the province. */
export type SignSettings = {
  /** Chance of any sign at all in one look where nothing is unusual. */
  readonly level: number
  /** Ballots a group and what it is compared with have at least: fewer would tell how households answered (invariant 3). */
  readonly fewestBallots: number
  /** Households one collector can plausibly visit in an hour: a 20-line ballot takes over two minutes. */
  readonly perHour: number
  /** Hours of a day in which households are visited: what a whole day is held against. */
  readonly hoursPerDay: number
}

/** The settings shipped. */
export const usualSigns: SignSettings = { level: 0.05, fewestBallots: 10, perHour: 20, hoursPerDay: 8 }

/** A group against the rest: what was compared, how unusual, and whether it is worth a look. */
export type Comparison<Of> = {
  readonly of: Of
  readonly own: YesNo
  readonly rest: YesNo
  /** Fisher's exact test, two-sided. */
  readonly p: number
  /** Holm's correction over everything compared in the same look. */
  readonly adjusted: number
  readonly standing: 'ordinary' | 'higher-for-a-human-to-look-at' | 'lower-for-a-human-to-look-at'
}

/** A look over many groups: those compared, and those with too few ballots to be shown at all. */
export type Look<Of> = {
  readonly compared: readonly Comparison<Of>[]
  readonly tooFew: readonly Of[]
}

type Pair<Of> = { readonly of: Of; readonly own: YesNo; readonly rest: YesNo }

const sizeOf = ({ yes, no }: YesNo): number => yes + no
const less = (all: YesNo, own: YesNo): YesNo => ({ yes: all.yes - own.yes, no: all.no - own.no })
const more = (a: YesNo, b: YesNo): YesNo => ({ yes: a.yes + b.yes, no: a.no + b.no })

/** Whether the first has the larger share, on whole numbers. */
const higher = (own: YesNo, rest: YesNo): boolean => own.yes * sizeOf(rest) > rest.yes * sizeOf(own)

function standingOf({ own, rest }: Pair<unknown>, unusual: boolean): Comparison<unknown>['standing'] {
  if (!unusual) return 'ordinary'
  return higher(own, rest) ? 'higher-for-a-human-to-look-at' : 'lower-for-a-human-to-look-at'
}

function look<Of>(pairs: readonly Pair<Of>[], { level, fewestBallots }: SignSettings): Look<Of> {
  const enough = ({ own, rest }: Pair<Of>) => Math.min(sizeOf(own), sizeOf(rest)) >= fewestBallots
  const looked = pairs.filter(enough)
  const values = looked.map(({ own, rest }) => fisherTwoSided(own, rest))
  const adjusted = holm(values)
  const compared = looked.map((pair, i) => {
    const corrected = adjusted[i] ?? 1
    return { ...pair, p: values[i] ?? 1, adjusted: corrected, standing: standingOf(pair, corrected <= level) }
  })
  return { compared, tooFew: pairs.filter(pair => !enough(pair)).map(({ of }) => of) }
}

/** One village's answers to one content, satisfied and dissatisfied, all ballots and those that each collector brought in. */
export type VillageAnswers = {
  readonly village: string
  readonly all: YesNo
  readonly collectors: readonly { readonly collector: string; readonly answers: YesNo }[]
}

/** Each collector against the rest of the same village, corrected over every collector of the campaign. Throws where the parts exceed the whole. */
export function lookAtCollectors(
  villages: readonly VillageAnswers[],
  settings: SignSettings = usualSigns,
): Look<{ readonly village: string; readonly collector: string }> {
  const pairs = villages.flatMap(({ village, all, collectors }) =>
    collectors.map(({ collector, answers }) => ({
      of: { village, collector },
      own: answers,
      rest: less(all, answers),
    })),
  )
  const impossible = pairs.find(({ rest }) => rest.yes < 0 || rest.no < 0)
  if (impossible) throw new Error(`a collector has more answers than ${impossible.of.village} has`)
  return look(pairs, settings)
}

/** Ballots of a village that somebody helped with or keyed (`yes`) and those that the household sent itself (`no`). */
export type VillageAssisted = { readonly village: string; readonly assisted: YesNo }

/** Each village's share of assisted ballots against all other villages. */
export function lookAtAssisted(
  villages: readonly VillageAssisted[],
  settings: SignSettings = usualSigns,
): Look<{ readonly village: string }> {
  const all = villages.map(({ assisted }) => assisted).reduce(more, { yes: 0, no: 0 })
  const pairs = villages.map(({ village, assisted }) => ({
    of: { village },
    own: assisted,
    rest: less(all, assisted),
  }))
  return look(pairs, settings)
}

/** Ballots one collector entered in one stretch of time. Meetings, where many answer at once, are left out by the caller. */
export type Entered = {
  readonly collector: string
  /** The stretch as rollups name it: an hour `2026-03-02T14`, or a day `2026-03-02`. */
  readonly stretch: string
  /** Length in hours, or the working hours of a day. */
  readonly hours: number
  readonly ballots: number
}

/** A stretch with more ballots than visits take: for a human to look at. */
export type Burst = Entered & { readonly code: 'burst-for-a-human-to-look-at'; readonly plausible: number }

/** Bursts, the most extreme first: stretches with more than `perHour` ballots an hour. Pieces of one stretch are added. */
export function lookForBursts(
  entered: readonly Entered[],
  { perHour }: Pick<SignSettings, 'perHour'> = usualSigns,
): readonly Burst[] {
  const stretches = new Map<string, Entered>()
  for (const piece of entered) {
    const key = JSON.stringify([piece.collector, piece.stretch])
    const known = stretches.get(key)
    stretches.set(key, known ? { ...known, ballots: known.ballots + piece.ballots } : piece)
  }
  return [...stretches.values()]
    .filter(({ ballots, hours }) => ballots > perHour * hours)
    .map(stretch => ({
      ...stretch,
      code: 'burst-for-a-human-to-look-at' as const,
      plausible: Math.floor(perHour * stretch.hours),
    }))
    .sort((a, b) => b.ballots * a.hours - a.ballots * b.hours)
}
