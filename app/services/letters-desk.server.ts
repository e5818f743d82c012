import { dayOf } from '#app/basics/day.ts'
import { type CampaignId, isUuid } from '#app/basics/ids.ts'
import { type Paged, paged, type Slice } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { renderPdf } from '#app/documents/pdf.server.ts'
import { letterboxPages } from '#app/documents/pdf-letterbox.server.ts'
import { type LetterState, takesLetters } from '#app/feedback/letter.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import {
  countLetters,
  findLetter,
  type LetterRow,
  listLetters,
  updateLetterAnswered,
  updateLetterRead,
} from '#db/queries/letters.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Context, change } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import type { PaperFile } from './papers.server.ts'

export type LetterDeskFault = 'campaign-unknown' | 'forbidden' | 'letterbox-unknown' | 'letter-unknown'

type Opened = { readonly campaign: CampaignRow; readonly questionnaire: Questionnaire }

const permitOnBox = async (
  context: Context,
  campaignId: string,
): Promise<Result<Opened, LetterDeskFault>> => {
  const permitted = await permitOnCommune(context, 'letter.answer', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (!campaign.openedAt) return no('letterbox-unknown')
  return ok({ campaign, questionnaire: (await frozenOf(context.db, campaign.id)).questionnaire })
}

export type LetterDesk = Opened & {
  readonly letters: Paged<LetterRow>
  readonly counts: { readonly [state in LetterState]: number }
  readonly takes: boolean
  /** Address of the letterbox for everybody. */
  readonly link: string
}

const linkOf = (context: Context, campaignId: CampaignId): string =>
  `${context.publicUrl}/gop-y/${campaignId}`

/** A page of a campaign's letters, those nobody opened first. */
export const findLetterDesk = async (
  context: Context,
  { campaignId, state }: { readonly campaignId: string; readonly state: LetterState | null },
  slice: Slice,
): Promise<Result<LetterDesk, LetterDeskFault>> => {
  const box = await permitOnBox(context, campaignId)
  if (!box.ok) return box
  const { campaign } = box.value
  const counts = await countLetters(context.db, campaign.id)
  const total = state === null ? counts.new + counts.read + counts.answered : counts[state]
  const rows = await listLetters(context.db, { campaignId: campaign.id, state }, slice)
  const link = linkOf(context, campaign.id)
  return ok({
    ...box.value,
    ...{ counts, link },
    letters: paged(rows, total, slice),
    takes: takesLetters(campaign.state),
  })
}

type LetterPlace = { readonly campaignId: string; readonly letterId: string }

/** One letter, to be read and answered. */
export const findLetterToAnswer = async (
  context: Context,
  { campaignId, letterId }: LetterPlace,
): Promise<Result<Opened & { readonly letter: LetterRow }, LetterDeskFault>> => {
  const box = await permitOnBox(context, campaignId)
  if (!box.ok) return box
  const letter = isUuid(letterId) ? await findLetter(context.db, box.value.campaign.id, letterId) : null
  return letter ? ok({ ...box.value, letter }) : no('letter-unknown')
}

/** Notes that a letter was read; one that was read or answered before stays so. */
export const markLetterRead = async (
  context: Context,
  place: LetterPlace,
): Promise<Result<null, LetterDeskFault>> => {
  const found = await findLetterToAnswer(context, place)
  if (!found.ok) return found
  const { campaign, letter } = found.value
  if (letter.state !== 'new') return ok(null)
  return change<null, LetterDeskFault>(context, async ({ tx, record }) => {
    if (!(await updateLetterRead(tx, campaign.id, letter.id))) return no('letter-unknown')
    record({ kind: 'letter.read', letter: letter.id }, { campaignId: campaign.id })
    return ok(null)
  })
}

/** Writes down what was done about a letter: its writer is not known, so the answer is for the file and the report. */
export const answerLetter = async (
  context: Context,
  place: LetterPlace,
  answer: string,
): Promise<Result<null, LetterDeskFault>> => {
  const found = await findLetterToAnswer(context, place)
  if (!found.ok) return found
  const { campaign, letter } = found.value
  return change<null, LetterDeskFault>(context, async ({ tx, record }) => {
    const answeredOn = dayOf(context.clock())
    if (!(await updateLetterAnswered(tx, campaign.id, { id: letter.id, answer, answeredOn })))
      return no('letter-unknown')
    record({ kind: 'letter.answered', letter: letter.id }, { campaignId: campaign.id })
    return ok(null)
  })
}

/** The notice with the letterbox's QR code for the culture house, as a PDF file. */
export const makeLetterboxNotice = async (
  context: Context,
  campaignId: string,
): Promise<Result<PaperFile, LetterDeskFault>> => {
  const box = await permitOnBox(context, campaignId)
  if (!box.ok) return box
  const { campaign } = box.value
  const { name, communeName } = campaign
  const bytes = await renderPdf(
    letterboxPages({
      ...{ name, communeName },
      link: linkOf(context, campaign.id),
      madeOn: dayOf(context.clock()),
      demonstration: context.demonstration,
    }),
  )
  return ok({ name: `Thùng thư góp ý - ${communeName}.pdf`, type: 'application/pdf', bytes })
}
