import { dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { hasResults, isCounted } from '#app/campaign/campaign.ts'
import { type CountChange, changesBetween } from '#app/dossier/changes.ts'
import { readNote, signedNote } from '#app/dossier/verification-note.ts'
import { keptResultsSchema } from '#app/dossier/version.ts'
import { translator } from '#app/i18n/translate.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { type CommentRow, listComments } from '#db/queries/verification-comments.ts'
import { findNote, listSignatures, type NoteRow, type SignatureRow } from '#db/queries/verification-notes.ts'
import {
  listReturns,
  listVerifications,
  type ReturnRow,
  type VerificationRow,
} from '#db/queries/verifications.ts'
import { listVersions } from '#db/queries/versions.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { countsOf } from './counts.server.ts'
import { frozenOf } from './frozen.server.ts'
import { fileOfPaper, handOut, type PaperFile, type PaperFormat } from './paper-file.server.ts'
import { permitVerifying } from './verification.server.ts'

/** Which counts changed from one version to the next, and why it was counted again. */
export type Recount = {
  readonly from: number
  readonly to: number
  readonly reason: string
  readonly changes: readonly CountChange[]
}

/** A note with who signed it; `supersededBy` is the version that took the place of its own, or null. */
export type NoteView = Pick<NoteRow, 'version' | 'sha256' | 'acceptedAt'> & {
  readonly signatures: readonly SignatureRow[]
  readonly supersededBy: number | null
}

/** Verification of a campaign as both sides see it. */
export type VerificationDesk = {
  readonly campaign: CampaignRow
  readonly today: string
  /** Verification of the present version; null before it came in, and while it is counted again. */
  readonly verification: VerificationRow | null
  readonly comments: readonly CommentRow[]
  readonly returns: readonly ReturnRow[]
  readonly notes: readonly NoteView[]
  readonly recount: Recount | null
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
  /** Contents in the order of the ballot. */
  readonly contents: readonly { readonly key: string; readonly statement: string }[]
}

const recountOf = async (context: Context, campaign: CampaignRow): Promise<Recount | null> => {
  const before = (await listVersions(context.db, campaign.id)).at(-1)
  if (!before || !isCounted(campaign.state)) return null
  const { questionnaire } = await frozenOf(context.db, campaign.id)
  const { units, villageIds } = await countsOf(context, campaign, questionnaire.contents.length)
  const after = units.map((unit, i) => ({ ...unit, villageId: villageIds[i] ?? '' }))
  const changes = changesBetween(keptResultsSchema.parse(before.results).villages, after)
  return { from: before.version, to: campaign.version, reason: before.reason, changes }
}

/** The valid notes of a campaign, and those that a later version took the place of. */
export const findNotes = async (
  { db }: Pick<Context, 'db'>,
  campaign: CampaignRow,
): Promise<readonly NoteView[]> => {
  const notes: NoteView[] = []
  for (const { noteId, version } of await listVerifications(db, campaign.id)) {
    const note = noteId ? await findNote(db, noteId) : null
    if (!note) continue
    const { sha256, acceptedAt } = note
    const supersededBy = campaign.version > version ? version + 1 : null
    notes.push({ version, sha256, acceptedAt, supersededBy, signatures: await listSignatures(db, note.id) })
  }
  return notes
}

const deskOf = async (context: Context, campaign: CampaignRow): Promise<VerificationDesk> => {
  const [last] = await listVerifications(context.db, campaign.id)
  const { questionnaire } = await frozenOf(context.db, campaign.id)
  return {
    campaign,
    today: dayOf(context.clock()),
    verification: last?.version === campaign.version ? last : null,
    comments: await listComments(context.db, campaign.id),
    returns: await listReturns(context.db, campaign.id),
    notes: await findNotes(context, campaign),
    recount: await recountOf(context, campaign),
    villages: await listCampaignVillages(context.db, campaign.id),
    contents: questionnaire.contents.map(({ key, statement }) => ({ key, statement: statement.vi })),
  }
}

type DeskFault = 'campaign-unknown' | 'forbidden' | 'campaign-not-closed'

/** A dossier for whoever verifies in its area. */
export const findVerification = async (
  context: Context,
  campaignId: string,
): Promise<Result<VerificationDesk, DeskFault | 'verification-own'>> => {
  const permitted = await permitVerifying(context, 'verification.work', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  return hasResults(campaign) ? ok(await deskOf(context, campaign)) : no('campaign-not-closed')
}

/** The same for the commune, which answers. */
export const findVerificationAnswers = async (
  context: Context,
  campaignId: string,
): Promise<Result<VerificationDesk, DeskFault>> => {
  const permitted = await permitOnCommune(context, 'verification.answer', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  return hasResults(campaign) ? ok(await deskOf(context, campaign)) : no('campaign-not-closed')
}

const t = translator('vi')

/** A moment as the note writes it: `14:05 ngày 03/04/2026`, Vietnam's time. */
const momentOf = (at: Date): string => {
  const [date = '', time = ''] = new Date(at.getTime() + 7 * 3_600_000).toISOString().split('T')
  return `${time.slice(0, 5)} ngày ${date.split('-').reverse().join('/')}`
}

/** The verification note as a file; of an earlier version it says on every page what took its place. */
export const makeVerificationNote = async (
  context: Context,
  { campaignId, version }: { readonly campaignId: string; readonly version: number | null },
  format: PaperFormat = 'office',
): Promise<Result<PaperFile, 'campaign-unknown' | 'forbidden' | 'note-unknown'>> => {
  const permitted = await permitOnCommune(context, 'paper.download', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const rows = await listVerifications(context.db, campaign.id)
  const row = rows.find(one => one.noteId !== null && (version === null || one.version === version))
  const note = row?.noteId ? await findNote(context.db, row.noteId) : null
  if (!note) return no('note-unknown')
  const signers = (await listSignatures(context.db, note.id)).map(({ name, role, signedAt }) => ({
    ...{ name, at: momentOf(signedAt) },
    role: t(role === 'appraiser' ? 'term.role.appraiser' : 'term.role.province-front'),
  }))
  const supersededBy = campaign.version > note.version ? note.version + 1 : null
  const paper = signedNote(readNote(note.paper), { sha256: note.sha256, signers, supersededBy })
  const file = await fileOfPaper(
    `Văn bản thẩm tra bản ${note.version} - ${campaign.communeName}`,
    paper,
    format,
  )
  return handOut(context, { campaignId: campaign.id, paper: 'verification-note', file })
}
