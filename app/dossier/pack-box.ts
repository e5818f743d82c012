import { z } from 'zod'
import { type Answer, answers, type Channel, channels } from '#app/ballot/ballot.ts'
import { packPaths, readJson, writeJson } from './pack.ts'
import { type CsvRow, PackUnreadable, readCsv, textIn, wordIn, writeCsv } from './pack-csv.ts'

/** A ballot as closing left it. `answers` in the order of the contents; null for what cannot be read as a ballot. */
export type PackBallot = {
  readonly villageId: string
  /** Null where few ballots of the village shared a means. */
  readonly channel: Channel | null
  /** Tag of the language shown; null where nobody knows or few shared it. */
  readonly language: string | null
  readonly answers: readonly Answer[] | null
}

const letters = { satisfied: 's', dissatisfied: 'd', blank: 'b', both: 'x' } as const satisfies Record<
  Answer,
  string
>

const ballotColumns = (contents: number): readonly string[] => [
  ...['village_id', 'channel', 'language'],
  ...Array.from({ length: contents }, (_, i) => `a${i + 1}`),
]

/**
 * The text of `data/ballots.csv`: one line a ballot in the random order of closing, without any id. `s` satisfied,
 * `d` dissatisfied, `b` blank, `x` both boxes ticked; all cells empty where there is nothing to read.
 */
export const writeBallots = (ballots: readonly PackBallot[], contents: number): string =>
  writeCsv(
    ballotColumns(contents),
    ballots.map(ballot => [
      ...[ballot.villageId, ballot.channel, ballot.language],
      ...(ballot.answers?.map(answer => letters[answer]) ?? Array.from({ length: contents }, () => null)),
    ]),
  )

const answerIn = (row: CsvRow, column: string): Answer => {
  const answer = answers.find(one => letters[one] === row.cells[column])
  if (!answer)
    throw new PackUnreadable(packPaths.ballots, row.line, `${column} is no answer: ${row.cells[column]}`)
  return answer
}

/** Reads `data/ballots.csv` of a questionnaire with so many contents. */
export const readBallots = (text: string, contents: number): readonly PackBallot[] => {
  const path = packPaths.ballots
  const columns = ballotColumns(contents)
  return readCsv(path, text, columns).map(row => {
    const lines = columns.slice(3)
    const empty = lines.every(column => row.cells[column] === '')
    const channel = textIn(row, 'channel')
    return {
      villageId: textIn(row, 'village_id'),
      channel: channel === '' ? null : wordIn(path, row, { column: 'channel', words: channels }),
      language: textIn(row, 'language') || null,
      answers: empty ? null : lines.map(column => answerIn(row, column)),
    }
  })
}

/**
 * A reason (the key of its content) or another opinion (null) from a ballot, in an order that means nothing and never
 * beside a ballot; reasons that a hand count lists are in its sheet. By village, as the count minutes print them.
 */
export type PackOpinion = {
  readonly villageId: string
  readonly content: string | null
  readonly body: string
}

const opinionColumns = ['village_id', 'content', 'body'] as const

/** The text of `data/opinions.csv`. */
export const writeOpinions = (opinions: readonly PackOpinion[]): string =>
  writeCsv(
    opinionColumns,
    opinions.map(opinion => [opinion.villageId, opinion.content, opinion.body]),
  )

/** Reads `data/opinions.csv`. */
export const readOpinions = (text: string): readonly PackOpinion[] =>
  readCsv(packPaths.opinions, text, opinionColumns).map(row => ({
    villageId: textIn(row, 'village_id'),
    content: textIn(row, 'content') || null,
    body: textIn(row, 'body'),
  }))

const count = z.int().min(0)

const sheetSchema = z.object({
  villageId: z.string(),
  issued: count,
  collected: count,
  ballots: count,
  invalid: count,
  contents: z.array(z.object({ satisfied: count, dissatisfied: count, blank: count })),
  anyDissatisfied: count.nullable(),
  reasons: z.record(z.string(), z.string()),
})

/** A village's hand count as entered, with the reasons it lists by content key. */
export type PackSheet = z.output<typeof sheetSchema>

/** The text of `data/sheets.json`. */
export const writeSheets = (sheets: readonly PackSheet[]): string => writeJson(sheets)

/** Reads `data/sheets.json`. */
export const readSheets = (text: string): readonly PackSheet[] =>
  readJson(packPaths.sheets, text, z.array(sheetSchema))

/** A leaf of the tree over a village's receipts, 64 hex digits. */
export type PackLeaf = { readonly villageId: string; readonly leaf: string }

const leafColumns = ['village_id', 'leaf'] as const

/** The text of `data/receipts.csv`. */
export const writeReceipts = (leaves: readonly PackLeaf[]): string =>
  writeCsv(
    leafColumns,
    leaves.map(({ villageId, leaf }) => [villageId, leaf]),
  )

/** Reads `data/receipts.csv`. */
export const readReceipts = (text: string): readonly PackLeaf[] =>
  readCsv(packPaths.receipts, text, leafColumns).map(row => {
    const leaf = textIn(row, 'leaf')
    if (!/^[0-9a-f]{64}$/.test(leaf))
      throw new PackUnreadable(packPaths.receipts, row.line, `no leaf: ${leaf}`)
    return { villageId: textIn(row, 'village_id'), leaf }
  })
