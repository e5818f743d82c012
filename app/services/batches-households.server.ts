import { isUuid } from '#app/basics/ids.ts'
import type { Paged } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { readWanted } from '#app/household/search.ts'
import {
  deleteTicks,
  insertTicks,
  listAnsweredTicks,
  listTicks,
  type TickRow,
} from '#db/queries/batch-slots.ts'
import {
  type BatchDesk,
  type BatchFault,
  type BatchPlace,
  holdBatch,
  permitOnBatch,
  permitOnOpenBatch,
} from './batches.server.ts'
import { type Context, change } from './context.server.ts'

/** Households on one page of the list to tick. */
const householdsOnPage = 50

export type TickQuestion = BatchPlace & {
  /** Name or number as typed. */
  readonly search: string
  readonly only: 'ticked' | 'free' | null
  readonly page: number
}

export type TickDesk = BatchDesk & {
  readonly households: Paged<TickRow>
  /** Ticked households that have answered by other means, the first of them by name. */
  readonly answered: readonly TickRow[]
}

/** The households of a batch's village to tick: those that are free, and those ticked. */
export const findTicks = async (
  context: Context,
  question: TickQuestion,
): Promise<Result<TickDesk, BatchFault>> => {
  const desk = await permitOnOpenBatch(context, question)
  if (!desk.ok) return desk
  const { batch } = desk.value
  const filter = { wanted: readWanted(question.search), only: question.only }
  const slice = { page: question.page, size: householdsOnPage }
  const households = await listTicks(context.db, batch, filter, slice)
  return ok({ ...desk.value, households, answered: await answeredMeanwhile(context, desk.value) })
}

/** What a page of the list says: every household it showed, and those of them that are ticked now. */
export type Ticks = { readonly shown: readonly string[]; readonly ticked: readonly string[] }

export type Ticked = { readonly ticked: number; readonly unticked: number }

/** Ticks and unticks households as a page says; those not on it stay. A page that changes nothing is refused. */
export const tickHouseholds = async (
  context: Context,
  place: BatchPlace,
  { shown, ticked }: Ticks,
): Promise<Result<Ticked, BatchFault | 'nothing-changed'>> => {
  const desk = await permitOnOpenBatch(context, place)
  if (!desk.ok) return desk
  const { batch, campaign } = desk.value
  const wanted = new Set(ticked.filter(isUuid))
  const off = shown.filter(id => isUuid(id) && !wanted.has(id))
  return change<Ticked, BatchFault | 'nothing-changed'>(context, async gate => {
    const held = await holdBatch(gate, desk.value)
    if (!held.ok) return held
    const unticked = await deleteTicks(gate.tx, batch.id, off)
    const added = await insertTicks(gate.tx, batch, [...wanted])
    if (added + unticked === 0) return no('nothing-changed')
    const { villageName: village, number } = batch
    const changed = { ticked: added, unticked }
    gate.record({ kind: 'batch.households-ticked', village, number, ...changed }, { campaignId: campaign.id })
    return ok(changed)
  })
}

/** Ticked households that keep a batch from closing. */
export const answeredMeanwhile = async (
  context: Context,
  { batch }: Pick<BatchDesk, 'batch'>,
): Promise<readonly TickRow[]> => (batch.counts.answered > 0 ? listAnsweredTicks(context.db, batch) : [])

/** Where a batch stands, with the ticked households that keep it from closing by name. */
export const findStanding = async (
  context: Context,
  place: BatchPlace,
): Promise<Result<BatchDesk & { readonly answered: readonly TickRow[] }, BatchFault>> => {
  const desk = await permitOnBatch(context, place)
  if (!desk.ok) return desk
  return ok({ ...desk.value, answered: await answeredMeanwhile(context, desk.value) })
}
