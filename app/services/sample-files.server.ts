import { no, ok, type Result } from '#app/basics/result.ts'
import { writeRegisterCsv } from '#app/documents/register-csv.server.ts'
import { listLines } from '#app/household/sample-plan.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { listMembers, listSampledVillages } from '#db/queries/sample-households.ts'
import { findSampleOf } from '#db/queries/samples.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Context, change, sha256 } from './context.server.ts'
import type { PaperFile } from './papers.server.ts'
import { listFileName } from './sample-view.server.ts'

export type SampleFileFault = 'campaign-unknown' | 'forbidden' | 'sample-missing'

const csv = 'text/csv; charset=utf-8'

/** The published list as a file that the drawing command reads; its text has the published hash, and no name in it. */
export const listFile = (list: { readonly text: string }): PaperFile => ({
  name: listFileName,
  type: csv,
  bytes: writeRegisterCsv(listLines(list)),
})

const send = (
  context: Context,
  campaign: CampaignRow,
  { paper, file }: { readonly paper: string; readonly file: PaperFile },
): Promise<Result<PaperFile, SampleFileFault>> =>
  change<PaperFile, SampleFileFault>(context, async ({ record }) => {
    const hash = sha256(file.bytes.toString('utf8'))
    record({ kind: 'paper.downloaded', paper, sha256: hash }, { campaignId: campaign.id })
    return ok(file)
  })

/** The list a campaign draws from. */
export const makeSampleList = async (
  context: Context,
  campaignId: string,
): Promise<Result<PaperFile, SampleFileFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.watch', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const sample = await findSampleOf(context.db, campaign.id)
  if (!sample) return no('sample-missing')
  return send(context, campaign, { paper: 'sample-list', file: listFile(sample.list) })
}

const heading = ['thôn', 'thứ tự thăm', 'hộ', 'trạng thái', 'lý do', 'ngày']

const stateWords = {
  drawn: 'được hỏi',
  reserve: 'dự phòng',
  replaced: 'đã thay',
  'passed-over': 'bỏ qua',
} as const

/** Who was drawn, village by village in the order of the lots, with the reserve and what was replaced; without names. */
export const makeDrawnList = async (
  context: Context,
  campaignId: string,
): Promise<Result<PaperFile, SampleFileFault>> => {
  const permitted = await permitOnCommune(context, 'campaign.watch', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const villages = await listSampledVillages(context.db, campaign.id)
  if (villages.length === 0) return no('sample-missing')
  const lines: (readonly (string | number | null)[])[] = [heading]
  for (const { villageId, name } of villages)
    for (const member of await listMembers(context.db, campaign.id, villageId)) {
      const { place, listedAs, state, reason } = member
      lines.push([name, place, listedAs, stateWords[state], reason, member.replacedOn])
    }
  const file = { name: 'ket-qua-rut.csv', type: csv, bytes: writeRegisterCsv(lines) }
  return send(context, campaign, { paper: 'sample-drawn', file })
}
