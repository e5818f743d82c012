import type { Content } from 'pdfmake/interfaces.js'
import type { Sheet, Workbook } from '#app/dossier/paper.ts'
import type { Pages } from './pdf.server.ts'
import { renderPaperPdf } from './pdf-kept.server.ts'
import { paperMargins, points, room, textWidth } from './pdf-paper-page.server.ts'
import { ruledTable } from './pdf-paper-table.server.ts'
import { printPhrase } from './print.server.ts'

/** Points of a table's letters where its columns have the width they ask for. */
const usualSize = 11

/** A table as wide as the page, and smaller letters where its columns ask for more (their shares are about millimetres). */
const tableOf = ({ table }: Sheet): Content => {
  const asked = points(table.columns.reduce((sum, { width }) => sum + width, 0))
  const width = textWidth.sideways
  return ruledTable(table, { width, size: Math.min(usualSize, (usualSize * width) / asked) })
}

const sheetParts = (sheet: Sheet, index: number): Content => ({
  stack: [
    ...sheet.heading.map(
      (phrase, i): Content => ({
        text: printPhrase(phrase),
        bold: i === 0,
        fontSize: i === 0 ? 14 : 12,
        headlineLevel: 1,
      }),
    ),
    room(6),
    tableOf(sheet),
    ...sheet.remarks.map(
      (phrase): Content => ({ text: printPhrase(phrase), italics: true, margin: [0, 4, 0, 0] }),
    ),
  ],
  ...(index === 0 ? {} : { pageBreak: 'before' as const }),
})

/** A workbook as pages on their side, every sheet on pages of its own. */
export const workbookPages = ({ notice, madeOn, sheets }: Workbook): Pages => ({
  title: printPhrase(sheets[0]?.heading[0] ?? []),
  ...{ madeOn, size: 'A4', orientation: 'landscape', margins: paperMargins, fontSize: 12 },
  ...{ numbered: true, stateHead: true, notice, codes: {} },
  content: sheets.map(sheetParts),
})

/** A workbook as a PDF file. The same workbook is the same bytes. */
export const writeWorkbookPdf = (workbook: Workbook): Promise<Buffer> =>
  renderPaperPdf(workbookPages(workbook))
