import { dayOf } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { take } from '#app/campaign/campaign.ts'
import { signaturesNeeded, whyNotSign } from '#app/dossier/verification.ts'
import { buildVerificationNote } from '#app/dossier/verification-note.ts'
import { translator } from '#app/i18n/translate.ts'
import { updateCampaignState } from '#db/queries/postings.ts'
import { listCampaignVillages } from '#db/queries/slots.ts'
import { type CommentRow, listComments } from '#db/queries/verification-comments.ts'
import { findNote, insertNote, insertSignature, listSignatures } from '#db/queries/verification-notes.ts'
import { listReturns, listVerifications, updateVerification } from '#db/queries/verifications.ts'
import { type Change, type Context, change, newId, sha256 } from './context.server.ts'
import { withPassword } from './own-account.server.ts'
import { surveyOf } from './papers-survey.server.ts'
import { versionOf } from './posting.server.ts'
import { type ClosedCampaign, type ResultsFault, readClosed } from './results.server.ts'
import { checkPhoneCode, type SecondStepFault } from './second-step.server.ts'
import {
  findNotePosting,
  type LockFault,
  lockVerified,
  permitVerifying,
  type VerifyingFault,
} from './verification.server.ts'
import type { AcceptForm } from './verification-form.server.ts'

export type AcceptFault = VerifyingFault | LockFault | ResultsFault | 'comments-blocking'

const t = translator('vi')

/** What a comment is about, in the words of the note. */
const aboutWords = (
  { questionnaire }: ClosedCampaign,
  { about }: CommentRow,
  villages: ReadonlyMap<string, string>,
): string => {
  if (about.kind === 'general') return t('office.verification.about.general')
  if (about.kind === 'paper') return t(`office.verification.about.paper.${about.paper}`)
  const index = questionnaire.contents.findIndex(one => one.key === about.content)
  const village = villages.get(about.villageId ?? '')
  return [
    t(`office.verification.about.figure.${about.measure}`),
    ...(index < 0 ? [] : [t('office.verification.contentNumber', { number: index + 1 })]),
    ...(village === undefined ? [] : [village]),
  ].join(', ')
}

const makeNote = async (context: Context, closed: ClosedCampaign, form: AcceptForm): Promise<string> => {
  const { campaign } = closed
  const [verification] = await listVerifications(context.db, campaign.id)
  const comments = await listComments(context.db, campaign.id)
  const returns = await listReturns(context.db, campaign.id)
  const villages = new Map(
    (await listCampaignVillages(context.db, campaign.id)).map(one => [one.villageId, one.name] as const),
  )
  const paper = buildVerificationNote({
    ...form,
    survey: await surveyOf(context, closed),
    submittedOn: dayOf(verification?.submittedAt ?? context.clock()),
    posting: await findNotePosting(context, campaign),
    comments: comments.map(one => ({ ...one, about: aboutWords(closed, one, villages) })),
    returns: returns.map(one => ({ ...one, returnedOn: dayOf(one.returnedAt) })).reverse(),
    madeOn: dayOf(context.clock()),
  })
  return JSON.stringify(paper)
}

/** Whether a remark has to be resolved first. */
const isBlocked = async ({ tx }: Change, campaignId: CampaignId): Promise<boolean> =>
  (await listComments(tx, campaignId)).some(one => one.blocking && one.resolvedAt === null)

/** Accepts a dossier: freezes its note, which then waits for two signatures. Refused while a blocking comment is open. */
export const acceptDossier = async (
  context: Context,
  campaignId: string,
  form: AcceptForm,
): Promise<Result<CampaignId, AcceptFault>> => {
  const permitted = await permitVerifying(context, 'verification.work', campaignId)
  if (!permitted.ok) return permitted
  return change<CampaignId, AcceptFault>(context, async gate => {
    const locked = await lockVerified(gate, campaignId)
    if (!locked.ok) return locked
    const { campaign, verification } = locked.value
    const current = campaign.state === 'awaiting-verification' && verification.state === 'examining'
    if (!current) return no('campaign-step-not-now')
    if (await isBlocked(gate, campaign.id)) return no('comments-blocking')
    // Read under the lock: a remark that comes meanwhile waits, and is not left out of a note that says it has them all.
    const through = { ...context, db: gate.tx }
    const closed = await readClosed(through, campaign)
    if (!closed.ok) return closed
    const paper = await makeNote(through, closed.value, form)
    const note = { id: newId(context), paper, sha256: sha256(paper), acceptedAt: context.clock() }
    const of = versionOf(campaign)
    await insertNote(gate.tx, of, { ...note, accountId: permitted.value.person.id })
    await updateVerification(gate.tx, of, { state: 'accepted', noteId: note.id })
    const told = { version: of.version, note: note.id, sha256: note.sha256 }
    gate.record({ kind: 'verification.accepted', ...told }, { campaignId: campaign.id })
    return ok(campaign.id)
  })
}

export type SignFault =
  | VerifyingFault
  | LockFault
  | SecondStepFault
  | 'password-wrong'
  | 'second-step-missing'
  | 'signed-by-you'
  | 'note-signed'
  | 'comments-blocking'

const sign = async (
  context: Context,
  gate: Change,
  campaignId: string,
): Promise<Result<CampaignId, SignFault>> => {
  const { person } = context
  const locked = await lockVerified(gate, campaignId)
  if (!locked.ok) return locked
  const { campaign, verification } = locked.value
  const note = verification.noteId ? await findNote(gate.tx, verification.noteId) : null
  if (!note || !person) return no('campaign-step-not-now')
  const signed = await listSignatures(gate.tx, note.id)
  const why = whyNotSign(signed, person.id)
  if (why) return no(why)
  // One that came after the note was written stops it too.
  if (await isBlocked(gate, campaign.id)) return no('comments-blocking')
  const position = signed.length + 1
  const by = { accountId: person.id, name: person.name, role: person.role, signedAt: context.clock() }
  await insertSignature(gate.tx, { ...by, noteId: note.id, sha256: note.sha256, position })
  const of = versionOf(campaign)
  const told = { version: of.version, note: note.id, sha256: note.sha256, position }
  gate.record({ kind: 'verification.signed', ...told }, { campaignId: campaign.id })
  if (position < signaturesNeeded) return ok(campaign.id)
  const step = take(campaign.state, 'accept')
  if (!step.ok) return step
  await updateVerification(gate.tx, of, { state: 'signed', noteId: note.id })
  await updateCampaignState(gate.tx, campaign.id, step.value)
  return ok(campaign.id)
}

/**
 * Signs the note of an accepted dossier with the own password and a code of the own phone. A wrong one counts towards the
 * lock of the account as at signing in, so it is carried out of the gate as a value. The second signature locks the version.
 */
export const signNote = async (
  context: Context,
  campaignId: string,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<Result<CampaignId, SignFault>> => {
  const permitted = await permitVerifying(context, 'verification.sign', campaignId)
  if (!permitted.ok) return permitted
  const outcome = await withPassword<Result<CampaignId, SignFault>, SignFault>(
    context,
    password,
    async (gate, account) => {
      if (!account.secret) return no('second-step-missing')
      const shown = await checkPhoneCode(context, gate, { account, typed: code })
      if (!shown.ok) return ok(shown)
      const signed = await sign(context, gate, campaignId)
      return signed.ok ? ok(signed) : signed
    },
  )
  return outcome.ok ? outcome.value : outcome
}
