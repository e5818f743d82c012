import { createHash } from 'node:crypto'
import { z } from 'zod'
import { may } from '#app/account/permission.ts'
import { type Day, dayOf, readDay } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { checkSigningDay, mayRecordSigning, type SigningDayFault } from '#app/campaign/minutes-signing.ts'
import { checkFile, type FileFault, isZip, mediaTypes, shownFileName } from '#app/dossier/uploaded-file.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import {
  findScan,
  insertSigning,
  listSigningsOf,
  type Scan,
  type SigningRow,
} from '#db/queries/minutes-signings.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change, newId } from './context.server.ts'
import { handOut, type PaperFile } from './paper-file.server.ts'

const longestName = 120

/** Longest list of whoever else signed, in characters. */
export const longestOthers = 600

const signer = (fault: string) =>
  z.string().normalize('NFC').trim().min(1, fault).max(longestName, 'text-too-long')

/** Shape of the form that records that the minutes of a village were signed. */
export const signingSchema = z.object({
  signedOn: z.string().transform((raw, issue) => {
    const read = readDay(raw)
    if (read) return read
    issue.addIssue({ code: 'custom', message: 'minutes-day-unreadable' })
    return z.NEVER
  }),
  head: signer('minutes-head-missing'),
  secretary: signer('minutes-secretary-missing'),
  witness: signer('minutes-witness-missing'),
  others: z.string().normalize('NFC').trim().max(longestOthers, 'text-too-long'),
})

export type SigningForm = Readonly<z.infer<typeof signingSchema>>

/** A scan as it was sent. */
export type SentScan = { readonly name: string; readonly bytes: Uint8Array }

type Place = { readonly campaignId: string; readonly villageId: string }

type PlaceFault = 'campaign-unknown' | 'forbidden' | 'campaign-not-closed' | 'village-unknown'

export type SigningFault =
  | PlaceFault
  | 'minutes-locked'
  | SigningDayFault
  | Exclude<FileFault, 'dossier-file-kind'>
  | 'minutes-scan-kind'

const closedOnOf = ({ closedAt }: CampaignRow): Day | null => (closedAt ? dayOf(closedAt) : null)

const findVillage = async ({ db }: Pick<Context, 'db'>, { id }: CampaignRow, villageId: string) =>
  (await listCampaignVillages(db, id)).find(village => village.villageId === villageId) ?? null

/** What the page of a village's signatures shows. */
export type SigningDesk = {
  readonly campaign: CampaignRow
  readonly village: { readonly villageId: string; readonly name: string }
  /** The newest first; those of earlier versions too. */
  readonly records: readonly SigningRow[]
  readonly closedOn: Day
  readonly today: Day
  readonly mayRecord: boolean
}

/** The signatures under the minutes of a village of a counted campaign, for whoever may read its papers. */
export const findSigning = async (
  context: Context,
  { campaignId, villageId }: Place,
): Promise<Result<SigningDesk, PlaceFault>> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const closedOn = closedOnOf(campaign)
  if (closedOn === null) return no('campaign-not-closed')
  const village = await findVillage(context, campaign, villageId)
  if (!village) return no('village-unknown')
  return ok({
    ...{ campaign, closedOn, village: { villageId, name: village.name } },
    records: await listSigningsOf(context.db, { campaignId: campaign.id, villageId }),
    today: dayOf(context.clock()),
    mayRecord:
      mayRecordSigning(campaign.state) && may(context.person, 'minutes.record', campaign.communePath),
  })
}

/** A scan is a picture of paper: a file that can be written on is none. */
const scanOf = (
  sent: SentScan | null,
): Result<Scan | null, Exclude<FileFault, 'dossier-file-kind'> | 'minutes-scan-kind'> => {
  if (!sent) return ok(null)
  const kind = checkFile({ ...sent, entries: isZip(sent.bytes) ? [] : null })
  if (!kind.ok) return kind.error === 'dossier-file-kind' ? no('minutes-scan-kind') : no(kind.error)
  if (kind.value === 'docx' || kind.value === 'xlsx') return no('minutes-scan-kind')
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  return ok({ name: shownFileName(sent.name, kind.value), kind: kind.value, sha256, bytes: sent.bytes })
}

type Recording = { readonly villageId: string; readonly form: SigningForm; readonly scan: Scan | null }

const recordLocked = async (
  context: Context,
  { tx, record }: Change,
  campaign: CampaignRow,
  { villageId, form, scan }: Recording,
): Promise<Result<string, SigningFault>> => {
  const closedOn = closedOnOf(campaign)
  if (closedOn === null || !context.person) return no('campaign-not-closed')
  if (!mayRecordSigning(campaign.state)) return no('minutes-locked')
  const village = await findVillage({ db: tx }, campaign, villageId)
  if (!village) return no('village-unknown')
  const day = checkSigningDay(form.signedOn, { closedOn, today: dayOf(context.clock()) })
  if (!day.ok) return day
  const [id, { version }] = [newId(context), campaign]
  const number = await insertSigning(tx, {
    ...{ id, campaignId: campaign.id, villageId, version, ...form, scan },
    ...{ recordedBy: context.person.id, recordedAt: context.clock() },
  })
  const told = { village: village.name, version, on: form.signedOn, number, scan: scan?.sha256 ?? '' }
  record({ kind: 'minutes.signed', ...told }, { campaignId: campaign.id })
  return ok(id)
}

/**
 * Records that the minutes of a village were signed, with a scan or without; its id. Recorded again, the new record holds and
 * the old one stays to be read. Names stay out of the log.
 */
export const recordSigning = async (
  context: Context,
  { campaignId, villageId }: Place,
  { form, scan: sent }: { readonly form: SigningForm; readonly scan: SentScan | null },
): Promise<Result<string, SigningFault>> => {
  const permitted = await permitOnCommune(context, 'minutes.record', campaignId)
  if (!permitted.ok) return permitted
  const scan = scanOf(sent)
  if (!scan.ok) return scan
  return change<string, SigningFault>(context, async gate => {
    const campaign = await lockCampaign(gate.tx, campaignId)
    if (!campaign) return no('campaign-unknown')
    return recordLocked(context, gate, campaign, { villageId, form, scan: scan.value })
  })
}

/** The scan of a record, for whoever may read the papers; its hash goes into the log. */
export const readScan = async (
  context: Context,
  { campaignId, villageId, signingId }: Place & { readonly signingId: string },
): Promise<Result<PaperFile, 'campaign-unknown' | 'forbidden' | 'minutes-scan-unknown'>> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  const { id } = permitted.value.campaign
  const scan = isUuid(signingId)
    ? await findScan(context.db, { campaignId: id, villageId, id: signingId })
    : null
  if (!scan) return no('minutes-scan-unknown')
  const { name, kind, bytes } = scan
  const file = { name, type: mediaTypes[kind], bytes }
  return handOut(context, { campaignId: id, paper: 'minutes-scan', file })
}
