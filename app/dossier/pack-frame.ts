import { type Channel, channels } from '#app/ballot/ballot.ts'
import { type Day, readDay } from '#app/basics/day.ts'
import { outcomes } from '#app/household/outcome.ts'
import { packPaths } from './pack.ts'
import { countIn, PackUnreadable, readCsv, textIn, wordIn, writeCsv } from './pack-csv.ts'

/** A village of the frozen frame with what closing counted of its ballots that came one by one; its sheet is apart. */
export type FrameRow = {
  readonly villageId: string
  readonly name: string
  readonly position: number
  readonly households: number
  readonly issued: number
  readonly collected: number
  readonly invalid: number
  readonly unreadable: number
  /** Households drawn; null where all are asked. */
  readonly drawn: number | null
}

const frameColumns = [
  'village_id',
  'name',
  'position',
  'households',
  'issued',
  'collected',
  'invalid',
  'unreadable',
  'drawn',
] as const

/** The text of `data/frame.csv`. */
export const writeFrame = (rows: readonly FrameRow[]): string =>
  writeCsv(
    frameColumns,
    rows.map(row => [
      ...[row.villageId, row.name, row.position, row.households, row.issued],
      ...[row.collected, row.invalid, row.unreadable, row.drawn],
    ]),
  )

/** Reads `data/frame.csv`. */
export const readFrame = (text: string): readonly FrameRow[] => {
  const path = packPaths.frame
  return readCsv(path, text, frameColumns).map(row => {
    const number = (column: string) => countIn(path, row, column)
    return {
      ...{ villageId: textIn(row, 'village_id'), name: textIn(row, 'name'), position: number('position') },
      ...{ households: number('households'), issued: number('issued'), collected: number('collected') },
      ...{ invalid: number('invalid'), unreadable: number('unreadable') },
      drawn: textIn(row, 'drawn') === '' ? null : number('drawn'),
    }
  })
}

/** What became of slots: answered by a means, or silent for a reason (`none`: nobody said why, in a village counted by hand). */
export const slotOutcomes = [
  'answered-self',
  'answered-visit',
  'answered-meeting',
  'answered-paper',
  ...outcomes,
  'none',
] as const

export type SlotOutcome = (typeof slotOutcomes)[number]

export type OutcomeLine = {
  readonly villageId: string
  readonly outcome: SlotOutcome
  readonly slots: number
}

const outcomeColumns = ['village_id', 'outcome', 'slots'] as const

/** The text of `data/outcomes.csv`. */
export const writeOutcomes = (lines: readonly OutcomeLine[]): string =>
  writeCsv(
    outcomeColumns,
    lines.map(line => [line.villageId, line.outcome, line.slots]),
  )

/** Reads `data/outcomes.csv`. */
export const readOutcomes = (text: string): readonly OutcomeLine[] => {
  const path = packPaths.outcomes
  return readCsv(path, text, outcomeColumns).map(row => ({
    villageId: textIn(row, 'village_id'),
    outcome: wordIn(path, row, { column: 'outcome', words: slotOutcomes }),
    slots: countIn(path, row, 'slots'),
  }))
}

/** Households that answered by one means on one day, over all villages. */
export type PackTurnout = { readonly channel: Channel; readonly day: Day; readonly households: number }

const turnoutColumns = ['channel', 'day', 'households'] as const

/** The text of `data/turnout.csv`. */
export const writeTurnout = (lines: readonly PackTurnout[]): string =>
  writeCsv(
    turnoutColumns,
    lines.map(line => [line.channel, line.day, line.households]),
  )

/** Reads `data/turnout.csv`. */
export const readTurnout = (text: string): readonly PackTurnout[] => {
  const path = packPaths.turnout
  return readCsv(path, text, turnoutColumns).map(row => {
    const day = readDay(textIn(row, 'day'))
    if (!day) throw new PackUnreadable(path, row.line, `no day: ${textIn(row, 'day')}`)
    const channel = wordIn(path, row, { column: 'channel', words: channels })
    return { channel, day, households: countIn(path, row, 'households') }
  })
}
