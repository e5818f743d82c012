import { z } from 'zod'
import { may } from '#app/account/permission.ts'
import type { Person } from '#app/account/person.ts'
import { isUuid, type SlotId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { findPersonOfAccount } from '#db/queries/assignments.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { findDeviceItem } from '#db/queries/doubles.ts'
import { keyFault, permitOnCommune } from './campaigns.server.ts'
import { type Context, change } from './context.server.ts'
import { unsealer } from './device-seal.server.ts'
import {
  type Item,
  type ItemResult,
  inTurns,
  itemSchema,
  type Taking,
  takeItem,
} from './devices-items.server.ts'
import { itemHashOf } from './seal.server.ts'

const uuid = z.string().refine(isUuid)

/** Shape of the file that a collector's device writes: sealed items only. */
const outboxSchema = z.object({
  format: z.literal('long-dan-outbox'),
  version: z.literal(1),
  campaignId: uuid,
  collectorId: uuid,
  device: uuid,
  items: z.array(z.object({ id: uuid, sealed: z.string() })),
})

type Outbox = z.infer<typeof outboxSchema>

/** What became of the items of a file. */
export type Imported = {
  readonly recorded: number
  /** The household had answered before, with this very item or another. */
  readonly stood: number
  /** Altered, or sealed to another campaign or to one that was closed meanwhile. */
  readonly unreadable: number
  /** Readable, and yet not a ballot that could be taken in. */
  readonly faulty: number
}

export type OutboxFault =
  | 'campaign-unknown'
  | 'forbidden'
  | 'campaign-not-collecting'
  | 'campaign-key-missing'
  | 'outbox-unreadable'
  | 'outbox-of-another-campaign'

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const readOutbox = (
  bytes: Uint8Array,
  campaign: CampaignRow,
): Result<Outbox, 'outbox-unreadable' | 'outbox-of-another-campaign'> => {
  const read = outboxSchema.safeParse(parseJson(Buffer.from(bytes).toString('utf8')))
  if (!read.success) return no('outbox-unreadable')
  return read.data.campaignId === campaign.id ? ok(read.data) : no('outbox-of-another-campaign')
}

type Became = ItemResult['status'] | 'unreadable'

/** Whether exactly this ballot was taken in before. */
const isKnown = async (context: Context, key: Buffer, { slotId, id }: Item): Promise<boolean> =>
  (await findDeviceItem(context.db, itemHashOf(key, slotId as SlotId, id))) !== null

/** What stands inside decides; the id outside is only a label. */
const importItem = async (
  context: Context,
  { key, ...taking }: Taking & { readonly key: Buffer },
  text: string | null,
): Promise<Became> => {
  if (text === null) return 'unreadable'
  const item = itemSchema.safeParse(parseJson(text))
  if (item.success && (await isKnown(context, key, item.data))) return 'stands'
  return item.success ? (await takeItem(context, taking, item.data)).status : 'faulty'
}

const countUp = (became: readonly Became[]): Imported => {
  const count = (...wanted: readonly Became[]) => became.filter(one => wanted.includes(one)).length
  return {
    recorded: count('recorded'),
    stood: count('stands'),
    unreadable: count('unreadable'),
    faulty: count('faulty', 'refused'),
  }
}

/** Ballots count for whoever took them down, where that account may enter ballots there; else for whoever imports. */
const creditTo =
  (taker: Person | null, importer: Person): Taking['creditOf'] =>
  ({ slot }) =>
    taker && may(taker, 'ballot.enter', slot.villagePath) ? taker : importer

/** Imports the outbox of a collector's device. The same file imported again changes nothing. */
export const importOutbox = async (
  context: Context,
  { campaignId, bytes }: { readonly campaignId: string; readonly bytes: Uint8Array },
): Promise<Result<Imported, OutboxFault>> => {
  const permitted = await permitOnCommune(context, 'collector.assign', campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  if (campaign.state !== 'collecting') return no('campaign-not-collecting')
  const key = context.keys.find(campaign.id)
  if (!key) return no(await keyFault(context, campaign.id))
  const outbox = readOutbox(bytes, campaign)
  if (!outbox.ok) return outbox
  const taker = await findPersonOfAccount(context.db, outbox.value.collectorId)
  const taking = { campaignId, creditOf: creditTo(taker, person), keepNoted: true, key }
  const unseal = unsealer(key, campaign.id)
  const imported = countUp(
    await inTurns(outbox.value.items, ({ sealed }) =>
      importItem(context, taking, unseal(Buffer.from(sealed, 'base64'))),
    ),
  )
  await change(context, async ({ record }) => {
    const collector = taker?.username ?? person.username
    record({ kind: 'outbox.imported', collector, ...imported }, { campaignId: campaign.id })
    return ok(null)
  })
  return ok(imported)
}

/** The campaign into which a file is about to be imported. */
export const findImport = async (
  context: Context,
  campaignId: string,
): Promise<Result<CampaignRow, OutboxFault>> => {
  const permitted = await permitOnCommune(context, 'collector.assign', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  return campaign.state === 'collecting' ? ok(campaign) : no('campaign-not-collecting')
}
