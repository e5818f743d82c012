import { createHash } from 'node:crypto'
import type { CampaignId } from '#app/basics/ids.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { writeDocx } from '#app/documents/docx.server.ts'
import { writePaperPdf } from '#app/documents/pdf-paper.server.ts'
import { writeWorkbookPdf } from '#app/documents/pdf-workbook.server.ts'
import { writeXlsx } from '#app/documents/xlsx.server.ts'
import type { Paper, Workbook } from '#app/dossier/paper.ts'
import { type Context, change } from './context.server.ts'

/** A paper as a file: its name in Vietnamese, its media type, its bytes. */
export type PaperFile = { readonly name: string; readonly type: string; readonly bytes: Buffer }

/** To go on writing in (Word, Excel), or to print and keep. */
export type PaperFormat = 'office' | 'pdf'

const pdf = 'application/pdf'
const officeType = 'application/vnd.openxmlformats-officedocument'

/** A paper as a Word or a PDF file; `title` is the file's name without its ending. */
export const fileOfPaper = async (title: string, paper: Paper, format: PaperFormat): Promise<PaperFile> =>
  format === 'pdf'
    ? { name: `${title}.pdf`, type: pdf, bytes: await writePaperPdf(paper) }
    : {
        ...{ name: `${title}.docx`, type: `${officeType}.wordprocessingml.document` },
        bytes: await writeDocx(paper),
      }

/** A workbook as an Excel or a PDF file. */
export const fileOfWorkbook = async (
  title: string,
  workbook: Workbook,
  format: PaperFormat,
): Promise<PaperFile> =>
  format === 'pdf'
    ? { name: `${title}.pdf`, type: pdf, bytes: await writeWorkbookPdf(workbook) }
    : {
        ...{ name: `${title}.xlsx`, type: `${officeType}.spreadsheetml.sheet` },
        bytes: await writeXlsx(workbook),
      }

type Handed = { readonly campaignId: CampaignId; readonly paper: string; readonly file: PaperFile }

/** Hands a file out: its hash goes into the log, so that a paper in a dossier can be held against it. */
export const handOut = (
  context: Context,
  { campaignId, paper, file }: Handed,
): Promise<Result<PaperFile, never>> => {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return change<PaperFile, never>(context, async ({ record }) => {
    record({ kind: 'paper.downloaded', paper, sha256 }, { campaignId })
    return ok(file)
  })
}
