import type { Ballot } from '#app/ballot/ballot.ts'
import type { BallotFields } from '#app/ballot/ballot-form.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { differencesOf, fieldOf, type Pair, type Resolution, resolve } from '#app/paper/difference.ts'
import { differingSheets } from '#app/paper/keying.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { listKeyed, listReadingsOfSheet, type SealedReading } from '#db/queries/batch-keyings.ts'
import {
  type BatchDesk,
  type BatchFault,
  type BatchPlace,
  holdBatch,
  permitOnOpenBatch,
} from './batches.server.ts'
import { keyOfBatch, layReading } from './batches-keying.server.ts'
import { type Change, type Context, change } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { openKeying } from './seal.server.ts'

type DifferenceFault = BatchFault | 'sheet-not-differing'

/** A field in which the two keyings of a sheet differ, with what each says; null where one says nothing. */
export type DifferingField = {
  readonly field: string
  readonly first: string | null
  readonly second: string | null
}

export type DifferenceDesk = BatchDesk & {
  readonly questionnaire: Questionnaire
  /** Sheets that wait for a third look. */
  readonly waiting: readonly number[]
  readonly sheet: {
    readonly number: number
    readonly fields: readonly DifferingField[]
    /** Where one keying holds the sheet invalid: which one, and what the other one read. */
    readonly invalid: { readonly by: 'first' | 'second'; readonly other: Ballot } | null
  } | null
}

type Opening = { readonly desk: BatchDesk; readonly key: Buffer; readonly sheet: number }

const pairOf = ({ desk, key, sheet }: Opening, sealed: readonly SealedReading[]): Pair | null => {
  const read = (reading: 'first' | 'second'): Ballot | null => {
    const row = sealed.find(one => one.reading === reading)
    return row ? openKeying(key, { batchId: desk.batch.id, sheet, reading }, row.sealed) : null
  }
  const [first, second] = [read('first'), read('second')]
  const settled = sealed.some(one => one.reading === 'resolved')
  return first && second && !settled ? { first, second } : null
}

const invalidOf = ({ first, second }: Pair) => {
  if (first.answers === null && second.answers !== null) return { by: 'first' as const, other: second }
  if (second.answers === null && first.answers !== null) return { by: 'second' as const, other: first }
  return null
}

const describe = (number: number, pair: Pair, keys: readonly string[]) => ({
  number,
  fields: differencesOf(pair, keys).map(field => ({
    field,
    first: fieldOf(pair.first, keys, field),
    second: fieldOf(pair.second, keys, field),
  })),
  invalid: invalidOf(pair),
})

/** The sheets whose keyings differ, and one of them with both readings: the one asked for, or the first. */
export const findDifferences = async (
  context: Context,
  place: BatchPlace & { readonly sheet: number | null },
): Promise<Result<DifferenceDesk, DifferenceFault>> => {
  const desk = await permitOnOpenBatch(context, place)
  if (!desk.ok) return desk
  const key = keyOfBatch(context, desk.value)
  if (!key.ok) return key
  const { batch, campaign } = desk.value
  const { questionnaire } = await frozenOf(context.db, campaign.id)
  const waiting = differingSheets(await listKeyed(context.db, batch.id))
  const number = place.sheet ?? waiting[0] ?? null
  if (number === null) return ok({ ...desk.value, questionnaire, waiting, sheet: null })
  const opening = { desk: desk.value, key: key.value, sheet: number }
  const pair = pairOf(opening, await listReadingsOfSheet(context.db, batch.id, number))
  if (!pair) return no('sheet-not-differing')
  const sheet = describe(number, pair, contentKeys(questionnaire))
  return ok({ ...desk.value, questionnaire, waiting, sheet })
}

/** What became of a third look: decided, to be mended, or refused. */
export type ResolvedOutcome =
  | { readonly kind: 'recorded'; readonly sheet: number }
  | { readonly kind: 'faulty'; readonly faults: Extract<Resolution, { ok: false }>['faults'] }
  | { readonly kind: 'refused'; readonly error: DifferenceFault }

const resolveLocked = async (
  context: Context,
  gate: Change,
  opening: Opening,
  fields: BallotFields,
): Promise<Result<Resolution, DifferenceFault | 'faulty'>> => {
  const { batch, campaign, person } = opening.desk
  const held = await holdBatch(gate, opening.desk)
  if (!held.ok) return held
  const { questionnaire } = await frozenOf(context.db, campaign.id, gate.tx)
  const pair = pairOf(opening, await listReadingsOfSheet(gate.tx, batch.id, opening.sheet))
  if (!pair) return no('sheet-not-differing')
  const decided = resolve(pair, fields, questionnaire)
  if (!decided.ok) return no('faulty')
  await layReading(context, gate, opening, {
    reading: 'resolved',
    keyedBy: person.id,
    ballot: decided.ballot,
  })
  const { villageName: village, number } = batch
  const kind = 'batch.sheet-resolved'
  gate.record({ kind, village, number, sheet: opening.sheet }, { campaignId: campaign.id })
  return ok(decided)
}

/** What is to be mended of a third look that decided nothing. */
const faultsOf = async (
  context: Context,
  opening: Opening,
  fields: BallotFields,
): Promise<ResolvedOutcome> => {
  const { questionnaire } = await frozenOf(context.db, opening.desk.campaign.id)
  const pair = pairOf(opening, await listReadingsOfSheet(context.db, opening.desk.batch.id, opening.sheet))
  const decided = pair ? resolve(pair, fields, questionnaire) : null
  return decided && !decided.ok
    ? { kind: 'faulty', faults: decided.faults }
    : { kind: 'refused', error: 'sheet-not-differing' }
}

/** Settles a sheet whose keyings differ by a third look at the paper, by whoever looks. */
export const resolveSheet = async (
  context: Context,
  place: BatchPlace & { readonly sheet: number },
  fields: BallotFields,
): Promise<ResolvedOutcome> => {
  const desk = await permitOnOpenBatch(context, place)
  if (!desk.ok) return { kind: 'refused', error: desk.error }
  const key = keyOfBatch(context, desk.value)
  if (!key.ok) return { kind: 'refused', error: key.error }
  const opening = { desk: desk.value, key: key.value, sheet: place.sheet }
  const laid = await change<Resolution, DifferenceFault | 'faulty'>(context, gate =>
    resolveLocked(context, gate, opening, fields),
  )
  if (laid.ok) return { kind: 'recorded', sheet: place.sheet }
  return laid.error === 'faulty' ? faultsOf(context, opening, fields) : { kind: 'refused', error: laid.error }
}
