import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { Column, Table, Workbook } from '#app/dossier/paper.ts'
import type { Phrase } from '#app/dossier/phrase.ts'
import type { Pages } from './pdf.server.ts'
import { printPhrase } from './print.server.ts'

const cell = (phrase: Phrase, { align }: Column, bold: boolean): TableCell => ({
  text: printPhrase(phrase),
  alignment: align,
  bold,
})

/** Shares of the page's width: columns of their own share, not of what they hold. */
const widthsOf = (columns: readonly Column[]): string[] => {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  return columns.map(({ width }) => `${(100 * width) / whole}%`)
}

const tableOf = ({ columns, rows, strong }: Table): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: widthsOf(columns),
    body: [
      columns.map(
        ({ heading }): TableCell => ({
          text: heading,
          bold: true,
          alignment: 'center',
          fillColor: '#EFE9E1',
        }),
      ),
      ...rows.map(row => columns.map((column, i) => cell(row[i] ?? [], column, false))),
      ...strong.map(row => columns.map((column, i) => cell(row[i] ?? [], column, true))),
    ],
  },
  layout: 'ruled',
})

/** A workbook's tables on upright A4 pages, their headings repeated on every page; groups of columns are not drawn. */
export const tablePages = ({ notice, madeOn, sheets }: Workbook): Pages => ({
  title: printPhrase(sheets[0]?.heading[0] ?? []),
  madeOn,
  size: 'A4',
  margins: [57, 44, 43, 44],
  fontSize: 12,
  numbered: true,
  notice,
  codes: {},
  content: sheets.map(
    ({ heading, table, remarks }, i): Content => ({
      stack: [
        ...heading.map(
          (phrase, line): Content => ({
            text: printPhrase(phrase),
            alignment: 'center',
            bold: line === 0,
            fontSize: line === 0 ? 14 : 12,
          }),
        ),
        { text: ' ', fontSize: 6 },
        tableOf(table),
        ...remarks.map((phrase): Content => ({ text: printPhrase(phrase), margin: [0, 14, 0, 0] })),
      ],
      ...(i === 0 ? {} : { pageBreak: 'before' as const }),
    }),
  ),
})
