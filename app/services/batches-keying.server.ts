import type { Ballot } from '#app/ballot/ballot.ts'
import type { BallotFields } from '#app/ballot/ballot-form.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { differencesOf } from '#app/paper/difference.ts'
import { readKeyedSheet, type SheetFault } from '#app/paper/keyed-sheet.ts'
import { type KeyingFault, nextSheet, type Reading, readingFor } from '#app/paper/keying.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { insertKeying, listKeyed, listReadingsOfSheet } from '#db/queries/batch-keyings.ts'
import {
  type BatchDesk,
  type BatchFault,
  type BatchPlace,
  holdBatch,
  permitOnOpenBatch,
} from './batches.server.ts'
import { type Change, type Context, change, newId } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { openKeying, sealKeying } from './seal.server.ts'

export type KeyingDesk = BatchDesk & {
  readonly questionnaire: Questionnaire
  /** The sheet to key, and whether as its first or second keying; null when there is none left for this person. */
  readonly sheet: { readonly number: number; readonly reading: 'first' | 'second' } | null
  /** Sheets that this person may still key. */
  readonly left: number
}

type KeyingPlace = BatchPlace & {
  /** The sheet asked for; null for the next one after `after`. */
  readonly sheet: number | null
  readonly after: number
}

/** The sheet that somebody keys next. It never holds what another person keyed. */
export const findKeying = async (
  context: Context,
  place: KeyingPlace,
): Promise<Result<KeyingDesk, BatchFault | KeyingFault>> => {
  const desk = await permitOnOpenBatch(context, place)
  if (!desk.ok) return desk
  const { batch, campaign, person } = desk.value
  const { questionnaire } = await frozenOf(context.db, campaign.id)
  const keyed = await listKeyed(context.db, batch.id)
  const whose = { sheets: batch.counts.sheets, person: person.id }
  const number = place.sheet ?? nextSheet(keyed, { ...whose, after: place.after })
  const open = Array.from({ length: batch.counts.sheets }, (_, index) => index + 1)
  const left = open.filter(sheet => readingFor(keyed, { ...whose, sheet }).ok).length
  if (number === null) return ok({ ...desk.value, questionnaire, sheet: null, left })
  const reading = readingFor(keyed, { ...whose, sheet: number })
  if (!reading.ok) return reading
  return ok({ ...desk.value, questionnaire, sheet: { number, reading: reading.value }, left })
}

type Sheet = { readonly desk: BatchDesk; readonly key: Buffer; readonly sheet: number }

/** Lays down a reading of a sheet, sealed. */
export const layReading = async (
  context: Context,
  { tx }: Change,
  { desk, key, sheet }: Sheet,
  read: { readonly reading: Reading; readonly keyedBy: string | null; readonly ballot: Ballot },
): Promise<void> => {
  const { reading, keyedBy, ballot } = read
  const sealed = sealKeying(key, { batchId: desk.batch.id, sheet, reading }, ballot)
  await insertKeying(tx, desk.batch.id, { id: newId(context), sheet, reading, keyedBy, sealed })
}

/** The first keying of a sheet whose second has just come. */
const firstOf = async ({ tx }: Change, { desk, key, sheet }: Sheet): Promise<Ballot> => {
  const { id: batchId } = desk.batch
  const first = (await listReadingsOfSheet(tx, batchId, sheet)).find(one => one.reading === 'first')
  if (!first) throw new Error('a second keying without a first')
  return openKeying(key, { batchId, sheet, reading: 'first' }, first.sealed)
}

/** Two keyings that agree are what is counted; where they differ, the sheet waits for a third look. */
const settle = async (context: Context, gate: Change, sheet: Sheet, second: Ballot): Promise<void> => {
  const { questionnaire } = await frozenOf(context.db, sheet.desk.campaign.id, gate.tx)
  const first = await firstOf(gate, sheet)
  if (differencesOf({ first, second }, contentKeys(questionnaire)).length > 0) return
  await layReading(context, gate, sheet, { reading: 'resolved', keyedBy: null, ballot: first })
}

const keyLocked = async (
  context: Context,
  gate: Change,
  sheet: Sheet,
  ballot: Ballot,
): Promise<Result<number, BatchFault | KeyingFault>> => {
  const { batch, campaign, person } = sheet.desk
  const held = await holdBatch(gate, sheet.desk)
  if (!held.ok) return held
  const whose = { sheets: batch.counts.sheets, person: person.id }
  const reading = readingFor(await listKeyed(gate.tx, batch.id), { ...whose, sheet: sheet.sheet })
  if (!reading.ok) return reading
  await layReading(context, gate, sheet, { reading: reading.value, keyedBy: person.id, ballot })
  if (reading.value === 'second') await settle(context, gate, sheet, ballot)
  const { villageName: village, number } = batch
  const kind = 'batch.sheet-keyed'
  gate.record(
    { kind, village, number, sheet: sheet.sheet, reading: reading.value },
    { campaignId: campaign.id },
  )
  return ok(sheet.sheet)
}

/** What became of a keyed sheet: laid down, to be mended line by line, or refused. */
export type KeyedOutcome =
  | { readonly kind: 'recorded'; readonly sheet: number }
  | { readonly kind: 'faulty'; readonly faults: readonly SheetFault[] }
  | { readonly kind: 'refused'; readonly error: BatchFault | KeyingFault }

/** Keys a sheet, as its first or, by another person, its second keying. Whether the two agree is not told here. */
export const keySheet = async (
  context: Context,
  place: BatchPlace & { readonly sheet: number },
  fields: BallotFields,
): Promise<KeyedOutcome> => {
  const desk = await permitOnOpenBatch(context, place)
  if (!desk.ok) return { kind: 'refused', error: desk.error }
  const { campaign } = desk.value
  const { questionnaire } = await frozenOf(context.db, campaign.id)
  const reading = readKeyedSheet(fields, questionnaire)
  if (!reading.ok) return { kind: 'faulty', faults: reading.faults }
  const key = context.keys.find(campaign.id)
  if (!key) return { kind: 'refused', error: 'campaign-key-missing' }
  const sheet = { desk: desk.value, key, sheet: place.sheet }
  const laid = await change<number, BatchFault | KeyingFault>(context, gate =>
    keyLocked(context, gate, sheet, reading.ballot),
  )
  return laid.ok ? { kind: 'recorded', sheet: laid.value } : { kind: 'refused', error: laid.error }
}

/** The campaign's key for a batch's desk, or why there is none. */
export const keyOfBatch = (context: Context, desk: BatchDesk): Result<Buffer, 'campaign-key-missing'> => {
  const key = context.keys.find(desk.campaign.id)
  return key ? ok(key) : no('campaign-key-missing')
}
