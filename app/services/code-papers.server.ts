import { type Day, dayOf } from '#app/basics/day.ts'
import type { SlotId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { type Pages, renderPdf } from '#app/documents/pdf.server.ts'
import { codeSlipPages } from '#app/documents/pdf-code-slips.server.ts'
import { invitationPages } from '#app/documents/pdf-invitations.server.ts'
import { tablePages } from '#app/documents/pdf-table.server.ts'
import { writeXlsx } from '#app/documents/xlsx.server.ts'
import type { CodeSlip, SlipPlace, SlipsPerPage } from '#app/dossier/code-slips.ts'
import { buildInvitations, type LetterSize } from '#app/dossier/invitation.ts'
import { buildIssueList } from '#app/dossier/issue-list.ts'
import { demonstrationNotice } from '#app/dossier/paper.ts'
import { capital, villageInSentence } from '#app/dossier/wording.ts'
import { showSlotCode } from '#app/household/household.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { type HandedRow, listHanded } from '#db/queries/handing-out.ts'
import type { VillageRow } from '#db/queries/slots.ts'
import { type Context, change, type System } from './context.server.ts'
import type { PaperFile } from './papers.server.ts'
import { slotCode } from './seal.server.ts'
import { permitOnVillage, type VillageFault } from './slots.server.ts'

type VillagePlace = { readonly campaignId: string; readonly villageId: string }

/** A paper for handing out in one village. */
export type CodePaper =
  | { readonly kind: 'slips'; readonly perPage: SlipsPerPage }
  | { readonly kind: 'letters'; readonly size: LetterSize }
  | { readonly kind: 'list'; readonly format: 'pdf' | 'xlsx' }

/** What slips, letters and messages of a village say alike. */
export const slipPlaceOf = (system: System, campaign: CampaignRow, villageName: string): SlipPlace => ({
  campaignName: campaign.name,
  communeName: campaign.communeName,
  villageName,
  endsOn: campaign.endsOn,
  site: `${new URL(system.publicUrl).host}/p`,
  siteLink: `${system.publicUrl}/p`,
  notice: system.demonstration ? demonstrationNotice : null,
})

/** A slot's code as it is printed, made again from the campaign's key; it is stored nowhere. */
export const slipOf = (
  system: System,
  key: Buffer,
  { slotId, codeVersion, number, name }: Pick<HandedRow, 'slotId' | 'codeVersion' | 'number' | 'name'>,
): CodeSlip => {
  const code = slotCode(key, slotId as SlotId, codeVersion)
  return { number, name, code: showSlotCode(code), link: `${system.publicUrl}/p/${code}` }
}

type Village = {
  readonly campaign: CampaignRow
  readonly village: VillageRow
  readonly rows: readonly HandedRow[]
}

/** No village has nearly so many households. */
const wholeVillage = { page: 1, size: 10_000 }

const pdf = async (name: string, pages: Pages): Promise<PaperFile> => ({
  name: `${name}.pdf`,
  type: 'application/pdf',
  bytes: await renderPdf(pages),
})

const titleOf = (kind: string, { campaign, village }: Village): string =>
  `${kind} - ${capital(villageInSentence(village.name))} - ${campaign.communeName}`

const slipsFile = async (
  context: Context,
  of: Village,
  paper: CodePaper & { readonly kind: 'slips' | 'letters' },
): Promise<Result<PaperFile, 'campaign-key-missing'>> => {
  const { campaign, village, rows } = of
  const key = context.keys.find(campaign.id)
  if (!key) return no('campaign-key-missing')
  // Slots used before a reopening need no code any more, and the key that made theirs is gone.
  const slips = rows.filter(row => !row.answeredBefore).map(row => slipOf(context, key, row))
  const place = slipPlaceOf(context, campaign, village.name)
  const madeOn = dayOf(context.clock())
  if (paper.kind === 'slips') {
    const pages = codeSlipPages({ ...place, perPage: paper.perPage, slips }, madeOn)
    return ok(await pdf(titleOf('Phiếu mã', of), pages))
  }
  const letters = buildInvitations({ ...place, title: campaign.title, madeOn, slips })
  const title = titleOf('Thư ngỏ', of)
  const pages = invitationPages(letters, { title, size: paper.size, madeOn, notice: place.notice })
  return ok(await pdf(title, pages))
}

const listFile = async (
  { campaign, village, rows }: Village,
  paper: { readonly format: 'pdf' | 'xlsx'; readonly madeOn: Day; readonly demonstration: boolean },
): Promise<PaperFile> => {
  const { format, ...made } = paper
  const list = buildIssueList({
    ...made,
    campaignName: campaign.name,
    communeName: campaign.communeName,
    villageName: village.name,
    lines: rows,
  })
  const title = titleOf('Danh sách phát phiếu', { campaign, village, rows })
  if (format === 'pdf') return pdf(title, tablePages(list))
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: `${title}.xlsx`, type, bytes: await writeXlsx(list) }
}

/**
 * Makes a paper for handing out in a village: slips with codes, letters, or the list to be signed. Traced by what it is
 * and for how many households; of the codes themselves nothing.
 */
export const makeCodePaper = async (
  context: Context,
  place: VillagePlace,
  paper: CodePaper,
): Promise<Result<PaperFile, VillageFault>> => {
  const permitted = await permitOnVillage(context, 'code.print', place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  const all = { campaignId: campaign.id, villageId: village.villageId, filter: 'all', wanted: null } as const
  const { rows } = await listHanded(context.db, all, wholeVillage)
  const of = { campaign, village, rows }
  const made = { madeOn: dayOf(context.clock()), demonstration: context.demonstration }
  const file =
    paper.kind === 'list'
      ? ok(await listFile(of, { ...made, format: paper.format }))
      : await slipsFile(context, of, paper)
  if (!file.ok) return file
  return change(context, async ({ record }) => {
    const about = { village: village.name, slots: rows.length }
    if (paper.kind === 'list') record({ kind: 'slot.list-printed', ...about }, { campaignId: campaign.id })
    else if (paper.kind === 'letters')
      record({ kind: 'slot.letters-printed', ...about }, { campaignId: campaign.id })
    else record({ kind: 'slot.codes-printed', ...about }, { campaignId: campaign.id })
    return file
  })
}
