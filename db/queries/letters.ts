import { type Kysely, sql, type Transaction } from 'kysely'
import type { Day } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { offsetOf, type Slice } from '#app/basics/paging.ts'
import type { LetterState } from '#app/feedback/letter.ts'
import type { Database } from '../schema.ts'

/** A letter of somebody without a code. */
export type LetterRow = {
  readonly id: string
  /** Null where the writer named none. */
  readonly villageName: string | null
  /** Key of the content it is about; null for anything else. */
  readonly content: string | null
  readonly body: string
  readonly receivedOn: Day
  readonly state: LetterState
  readonly answer: string | null
  readonly answeredOn: Day | null
}

/** Puts a letter into the box. */
export const insertLetter = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  letter: Pick<LetterRow, 'id' | 'content' | 'body' | 'receivedOn'> & { readonly villageId: string | null },
): Promise<void> => {
  const { id, content, body, villageId, receivedOn } = letter
  await tx
    .insertInto('letter')
    .values({
      ...{ id, content, body },
      campaign_id: campaignId,
      village_id: villageId,
      received_on: receivedOn,
    })
    .execute()
}

const letters = (db: Kysely<Database>, campaignId: CampaignId) =>
  db
    .selectFrom('letter')
    .leftJoin('campaign_village', join =>
      join
        .onRef('campaign_village.campaign_id', '=', 'letter.campaign_id')
        .onRef('campaign_village.village_id', '=', 'letter.village_id'),
    )
    .where('letter.campaign_id', '=', campaignId)
    .select([
      'letter.id',
      'campaign_village.name as villageName',
      'letter.content',
      'letter.body',
      'letter.received_on as receivedOn',
      'letter.state',
      'letter.answer',
      'letter.answered_on as answeredOn',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof letters>['execute']>>[number]

const toLetter = (row: Raw): LetterRow => ({
  ...row,
  receivedOn: row.receivedOn as Day,
  state: row.state as LetterState,
  answeredOn: row.answeredOn as Day | null,
})

/** Letters of a campaign, those nobody opened first, then by day, newest first; of one state where it is named. */
export const listLetters = async (
  db: Kysely<Database>,
  { campaignId, state }: { readonly campaignId: CampaignId; readonly state: LetterState | null },
  slice: Slice,
): Promise<readonly LetterRow[]> => {
  const rows = await letters(db, campaignId)
    .$if(state !== null, query => query.where('letter.state', '=', state ?? ''))
    .orderBy(sql`array_position(array['new', 'read', 'answered'], letter.state)`)
    .orderBy('letter.received_on', 'desc')
    .orderBy('letter.id')
    .limit(slice.size)
    .offset(offsetOf(slice))
    .execute()
  return rows.map(toLetter)
}

/** One letter, or null. */
export const findLetter = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
  id: string,
): Promise<LetterRow | null> => {
  const row = await letters(db, campaignId).where('letter.id', '=', id).executeTakeFirst()
  return row ? toLetter(row) : null
}

/** How many letters are in each state. */
export const countLetters = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<{ readonly [state in LetterState]: number }> => {
  const rows = await db
    .selectFrom('letter')
    .where('campaign_id', '=', campaignId)
    .groupBy('state')
    .select(eb => ['state', eb.fn.countAll<number>().as('count')])
    .execute()
  const of = (state: LetterState) => Number(rows.find(row => row.state === state)?.count ?? 0)
  return { new: of('new'), read: of('read'), answered: of('answered') }
}

/** Notes that a new letter was read; false where it is none. */
export const updateLetterRead = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  id: string,
): Promise<boolean> => {
  const done = await tx
    .updateTable('letter')
    .set({ state: 'read' })
    .where('campaign_id', '=', campaignId)
    .where('id', '=', id)
    .where('state', '=', 'new')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Writes the answer of a letter, or another one. */
export const updateLetterAnswered = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  letter: { readonly id: string; readonly answer: string; readonly answeredOn: Day },
): Promise<boolean> => {
  const done = await tx
    .updateTable('letter')
    .set({ state: 'answered', answer: letter.answer, answered_on: letter.answeredOn })
    .where('campaign_id', '=', campaignId)
    .where('id', '=', letter.id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
