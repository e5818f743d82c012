import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { channels, readStoredAnswer } from '#app/ballot/ballot.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { dataFingerprintOf } from '#app/dossier/pack.ts'
import { type ClosingData, closingFilesOf } from '#app/dossier/pack-counts.ts'
import { writeDigests } from '#app/dossier/pack-digests.ts'
import { type FrameRow, type OutcomeLine, type SlotOutcome, slotOutcomes } from '#app/dossier/pack-frame.ts'
import { type Frozen, readFrozen } from '#app/verdict/frozen.ts'
import { listBox, listOpinions } from '#db/queries/ballots.ts'
import { findFrozen } from '#db/queries/campaigns.ts'
import { listOutcomes, type OutcomeRow } from '#db/queries/outcomes.ts'
import { listTurnout } from '#db/queries/participations.ts'
import { listCampaignLeaves } from '#db/queries/receipts.ts'
import { listSheets } from '#db/queries/sheets.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { listVillageTraces } from '#db/queries/versions.ts'
import type { Database } from '#db/schema.ts'
import { sha256 } from './context.server.ts'

/** SHA-256 of bytes, 32 bytes. */
export const sha256Bytes = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

type Db = Kysely<Database>

const frameOf = async (db: Db, id: CampaignId): Promise<readonly FrameRow[]> => {
  const traces = new Map((await listVillageTraces(db, id)).map(trace => [trace.villageId, trace.unreadable]))
  return (await listCampaignVillages(db, id)).map((village, position) => {
    const { villageId, name, households, issued, collected, invalid, drawn } = village
    return {
      ...{ villageId, name, position, households, issued, collected, invalid, drawn },
      unreadable: traces.get(villageId) ?? 0,
    }
  })
}

const slotsOf = ({ answered, silent }: OutcomeRow): Readonly<Record<SlotOutcome, number>> => ({
  'answered-self': answered.self,
  'answered-visit': answered.visit,
  'answered-meeting': answered.meeting,
  'answered-paper': answered.paper,
  ...silent,
})

const outcomesOf = async (
  db: Db,
  id: CampaignId,
  frame: readonly FrameRow[],
): Promise<readonly OutcomeLine[]> => {
  const rows = new Map((await listOutcomes(db, id)).map(row => [row.villageId, slotsOf(row)]))
  return frame.flatMap(({ villageId }) =>
    slotOutcomes.flatMap(outcome => {
      const slots = rows.get(villageId)?.[outcome] ?? 0
      return slots > 0 ? [{ villageId, outcome, slots }] : []
    }),
  )
}

const turnoutOf = async (db: Db, id: CampaignId): Promise<ClosingData['turnout']> =>
  [...(await listTurnout(db, id))].sort(
    (a, b) =>
      (a.day < b.day ? -1 : Number(a.day > b.day)) ||
      channels.indexOf(a.channel) - channels.indexOf(b.channel),
  )

/** What was frozen, checked but as it is stored: a schema that knows more members one day must not change its bytes. */
const frozenAsStored = async (db: Db, id: CampaignId): Promise<Frozen> => {
  const stored = await findFrozen(db, id)
  readFrozen(stored)
  return stored as Frozen
}

/** What the closing of a campaign fixed, always in the same order; inside a change, read `db` through its transaction. */
export const closingDataOf = async (db: Db, id: CampaignId): Promise<ClosingData> => {
  const { questionnaire, rules } = await frozenAsStored(db, id)
  const frame = await frameOf(db, id)
  const sheets = await listSheets(db, id)
  return {
    ...{ questionnaire, rules, frame },
    outcomes: await outcomesOf(db, id, frame),
    turnout: await turnoutOf(db, id),
    ballots: (await listBox(db, id)).map(({ villageId, channel, language, answers }) => ({
      ...{ villageId, channel, language },
      answers: answers?.map(readStoredAnswer) ?? null,
    })),
    opinions: (await listOpinions(db, id)).map(({ villageId, content, body }) => ({
      villageId,
      content,
      body,
    })),
    sheets: frame.flatMap(({ villageId }) => {
      const sheet = sheets.find(one => one.villageId === villageId)
      return sheet ? [{ ...sheet, contents: [...sheet.contents], reasons: { ...sheet.reasons } }] : []
    }),
    receipts: await listCampaignLeaves(db, id),
  }
}

/** What closing writes down of the data it fixed: one fingerprint of all, and the digests of its villages and parts. */
export const evidenceOf = async (
  db: Db,
  id: CampaignId,
): Promise<{ readonly fingerprint: string; readonly digests: string }> => {
  const files = closingFilesOf(await closingDataOf(db, id))
  return { fingerprint: dataFingerprintOf(files, sha256Bytes), digests: writeDigests(files, sha256) }
}
