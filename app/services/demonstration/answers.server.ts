import type { Answer, Channel } from '#app/ballot/ballot.ts'
import type { BallotFields } from '#app/ballot/ballot-form.ts'
import type { Chance } from './chance.server.ts'
import { otherOpinions, reasons } from './opinions.server.ts'
import type { Collecting, Temper } from './surveys.server.ts'

/** A household that will answer: which one (by its place in the village's list), by which means and when. */
export type Visit = {
  readonly village: string
  readonly household: number
  readonly channel: Channel
  /** Days after the first day of collecting. */
  readonly day: number
}

/** What that household will post. */
export type Planned = Visit & { readonly fields: BallotFields }

const drawChannel = (collecting: Collecting, chance: Chance): Channel => {
  const { self, visit, meeting } = collecting.channels
  const draw = chance.next()
  if (draw < self) return 'self'
  if (draw < self + visit) return 'visit'
  return draw < self + visit + meeting ? 'meeting' : 'paper'
}

/** A residents' meeting fills its ballots in one evening; the rest come in on any day. */
const drawDay = (collecting: Collecting, place: { channel: Channel; index: number }, chance: Chance) =>
  place.channel === 'meeting'
    ? (place.index * 2 + 1) % collecting.days
    : Math.floor(chance.next() * collecting.days)

/** Which households answer, when and how they are reached. */
export const planVisits = (
  villages: readonly { readonly name: string; readonly households: number }[],
  collecting: Collecting,
  chance: Chance,
): readonly Visit[] =>
  villages.flatMap(({ name, households }, index) => {
    const answering = Math.round(households * (collecting.coverage[index] ?? 0))
    const everyone = Array.from({ length: households }, (_, household) => household)
    return chance
      .shuffle(everyone)
      .slice(0, answering)
      .map(household => {
        const channel = drawChannel(collecting, chance)
        return { village: name, household, channel, day: drawDay(collecting, { channel, index }, chance) }
      })
  })

const soreness = (temper: Temper, content: string, village: string): number =>
  temper.sore?.content === content && temper.sore.villages.includes(village) ? 0.6 : 0

/** Contents without a share of their own lie within half of this around the usual one. */
const usualSpread = 0.05

/**
 * Which ballots are dissatisfied, content by content: the share is met to the ballot, and households that grumble about
 * one thing are likelier to grumble about another, as in real surveys.
 */
const planDissatisfied = (
  visits: readonly Visit[],
  contents: readonly string[],
  { temper, chance }: { readonly temper: Temper; readonly chance: Chance },
): ReadonlyMap<string, ReadonlySet<number>> => {
  const moods = visits.map(() => chance.next())
  const planFor = (content: string): ReadonlySet<number> => {
    const ranked = visits
      .map(({ village }, at) => ({
        at,
        weight: (moods[at] ?? 0) + 1.5 * chance.next() + soreness(temper, content, village),
      }))
      .sort((a, b) => b.weight - a.weight)
    const share = 1 - (temper.satisfied[content] ?? temper.usual + usualSpread * (chance.next() - 0.5))
    return new Set(ranked.slice(0, Math.round(share * visits.length)).map(one => one.at))
  }
  return new Map(contents.map(content => [content, planFor(content)]))
}

const shareWithReason = 0.42
const shareWithOpinion = 0.11
const shareInvalidPaper = 0.02

/** Only paper can leave a line blank or tick both boxes. */
const onPaper = (answer: Answer, chance: Chance): Answer => {
  const draw = chance.next()
  if (draw < 0.002) return 'both'
  return draw < 0.012 ? 'blank' : answer
}

const fillIn = (
  visit: Visit,
  lines: readonly (readonly [content: string, dissatisfied: boolean])[],
  chance: Chance,
): BallotFields => {
  const fields = new Map<string, string>([['channel', visit.channel]])
  const invalid = visit.channel === 'paper' && chance.next() < shareInvalidPaper
  if (invalid) fields.set('invalid', 'yes')
  for (const [content, dissatisfied] of lines) {
    const meant: Answer = dissatisfied ? 'dissatisfied' : 'satisfied'
    const answer = visit.channel === 'paper' ? onPaper(meant, chance) : meant
    fields.set(`answer.${content}`, answer)
    if (answer === 'dissatisfied' && chance.next() < shareWithReason)
      fields.set(`reason.${content}`, chance.pick(reasons[content] ?? []))
  }
  if (chance.next() < shareWithOpinion) fields.set('otherOpinion', chance.pick(otherOpinions))
  return { get: name => fields.get(name) ?? null }
}

/** What every answering household posts, decided before the first is sent, so that the order of sending changes nothing. */
export const planBallots = (
  visits: readonly Visit[],
  contents: readonly string[],
  { temper, chance }: { readonly temper: Temper; readonly chance: Chance },
): readonly Planned[] => {
  const dissatisfied = planDissatisfied(visits, contents, { temper, chance })
  return visits.map((visit, at) => {
    const lines = contents.map(content => [content, dissatisfied.get(content)?.has(at) ?? false] as const)
    return { ...visit, fields: fillIn(visit, lines, chance) }
  })
}
