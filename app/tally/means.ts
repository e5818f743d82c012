import { type Answer, type Channel, channels } from '#app/ballot/ballot.ts'
import { type BallotCounts, type BlankTreatment, tallyBallots } from './ballots.ts'
import type { ContentCounts } from './counts.ts'
import { fisherTwoSided, holm, type YesNo } from './signs-fisher.ts'

/*
 * How households answered by the means by which their ballots came in. A difference is for a human to look at and has
 * harmless explanations: households of one village answer at a meeting, those of another by themselves.
 */

/** So many ballots of one means that were filled in alike; `channel` null where the means was taken off a small group. */
export type BallotPattern = {
  readonly channel: Channel | null
  readonly answers: readonly Answer[] | null
  readonly ballots: number
}

/** The counts of one means. */
export type MeansCounts = BallotCounts & { readonly channel: Channel }

/** Counts by means, in the order of the means; those nobody used are left out. `nameless` are ballots without their means. */
export type CountsByMeans = { readonly means: readonly MeansCounts[]; readonly nameless: number }

function* ballotsOf(patterns: readonly BallotPattern[]): Generator<readonly Answer[] | null> {
  for (const { answers, ballots } of patterns) for (let i = 0; i < ballots; i += 1) yield answers
}

const sizeOf = (patterns: readonly BallotPattern[]): number =>
  patterns.reduce((sum, { ballots }) => sum + ballots, 0)

/** Counts a closed box by means, each ballot as the rules count it. `contents` is the number of contents. */
export function countByMeans(
  patterns: readonly BallotPattern[],
  options: { readonly contents: number; readonly treatment: BlankTreatment },
): CountsByMeans {
  const means = channels.flatMap(channel => {
    const own = patterns.filter(pattern => pattern.channel === channel)
    return own.length === 0 ? [] : [{ channel, ...tallyBallots(ballotsOf(own), options) }]
  })
  return { means, nameless: sizeOf(patterns.filter(pattern => pattern.channel === null)) }
}

/** How sure and how many before two means are said to differ. Ours, not a rule of the programme; the same as for signs. */
export const usualMeans = { level: 0.05, fewestBallots: 10 } as const

export type MeansSettings = { readonly level: number; readonly fewestBallots: number }

/** One means' answers to one question: satisfied and dissatisfied, blank lines left out. */
export type MeansCell = { readonly channel: Channel; readonly answers: YesNo }

/** What a comparison of means says; `p` after Holm's correction over every comparison of the campaign. */
export type MeansFinding =
  | { readonly kind: 'too-few' }
  | { readonly kind: 'ordinary'; readonly p: number }
  | {
      readonly kind: 'different'
      readonly p: number
      /** Means that stand apart from the others together, the most certain first. */
      readonly apart: readonly { readonly channel: Channel; readonly higher: boolean }[]
    }

/** One question put to every means: a content by its key, or `any` for ballots without any “chưa hài lòng”. */
export type MeansLine = {
  readonly question: string
  readonly cells: readonly MeansCell[]
  readonly finding: MeansFinding
}

type Question = Pick<MeansLine, 'question' | 'cells'>

const answersTo = ({ satisfied, dissatisfied }: ContentCounts): YesNo => ({
  yes: satisfied,
  no: dissatisfied,
})

const withoutAny = ({ collected, invalid, anyDissatisfied }: BallotCounts): YesNo => {
  const any = anyDissatisfied ?? 0
  return { yes: collected - invalid - any, no: any }
}

/** Every question: the contents in order, and whether a ballot has any “chưa hài lòng”. */
const questionsOf = (means: readonly MeansCounts[], contents: readonly string[]): readonly Question[] => {
  const ask = (question: string, of: (counts: MeansCounts) => YesNo): Question => ({
    question,
    cells: means.map(counts => ({ channel: counts.channel, answers: of(counts) })),
  })
  const lines = contents.map((content, i) =>
    ask(content, ({ contents: counts }) =>
      answersTo(counts[i] ?? { satisfied: 0, dissatisfied: 0, blank: 0 }),
    ),
  )
  return [...lines, ask('any', withoutAny)]
}

const size = ({ yes, no }: YesNo): number => yes + no

const sum = (cells: readonly MeansCell[]): YesNo => ({
  yes: cells.reduce((all, { answers }) => all + answers.yes, 0),
  no: cells.reduce((all, { answers }) => all + answers.no, 0),
})

type Pair = {
  readonly question: string
  readonly channel: Channel
  readonly own: YesNo
  readonly rest: YesNo
}

/** Each means with enough answers against the others together; two means make one comparison, not the same one twice. */
const pairsOf = ({ question, cells }: Question, fewest: number): readonly Pair[] => {
  const enough = cells.filter(({ answers }) => size(answers) >= fewest)
  if (enough.length < 2) return []
  const compared = enough.length === 2 ? enough.slice(0, 1) : enough
  return compared.map(cell => ({
    question,
    channel: cell.channel,
    own: cell.answers,
    rest: sum(enough.filter(other => other !== cell)),
  }))
}

type Compared = Pair & { readonly p: number }

const findingOf = (compared: readonly Compared[], level: number): MeansFinding => {
  const surest = [...compared].sort((a, b) => a.p - b.p)
  const p = surest[0]?.p
  if (p === undefined) return { kind: 'too-few' }
  const apart = surest
    .filter(pair => pair.p <= level)
    .map(({ channel, own, rest }) => ({ channel, higher: own.yes * size(rest) > rest.yes * size(own) }))
  return apart.length === 0 ? { kind: 'ordinary', p } : { kind: 'different', p, apart }
}

/**
 * Every question put to every means: Fisher's exact test of each means against the others together, corrected by Holm
 * over all questions and means at once. `contents` are the keys of the contents, the overall question last.
 */
export function compareMeans(
  means: readonly MeansCounts[],
  contents: readonly string[],
  { level, fewestBallots }: MeansSettings = usualMeans,
): readonly MeansLine[] {
  const questions = questionsOf(means, contents)
  const pairs = questions.flatMap(question => pairsOf(question, fewestBallots))
  const adjusted = holm(pairs.map(({ own, rest }) => fisherTwoSided(own, rest)))
  const compared = pairs.map((pair, i): Compared => ({ ...pair, p: adjusted[i] ?? 1 }))
  return questions.map(question => ({
    ...question,
    finding: findingOf(
      compared.filter(pair => pair.question === question.question),
      level,
    ),
  }))
}
