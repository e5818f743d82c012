import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { Day } from '#app/basics/day.ts'
import {
  type CodeSlip,
  pictureOf,
  picturesOf,
  type SlipSheet,
  type SlipsPerPage,
  slipDoor,
  slipName,
  slipSteps,
} from '#app/dossier/code-slips.ts'
import type { Pages } from './pdf.server.ts'

/** Sizes in points. Rows of a page fill 842 points of A4 less its margins; a cell keeps 10 of its height as padding. */
type Size = {
  readonly columns: number
  readonly rowHeight: number
  readonly qr: number
  readonly code: number
  readonly text: number
  readonly small: number
  /** Longest names of a round and of a head that leave the steps their room, in characters. */
  readonly longest: { readonly round: number; readonly head: number }
  /** Where the code stands: under its QR code, beside it in one line, or beside it in two groups. */
  readonly place: 'under' | 'beside' | 'beside-in-groups'
}

const sizes: { readonly [perPage in SlipsPerPage]: Size } = {
  4: {
    ...{ columns: 2, rowHeight: 388, qr: 150, code: 29, text: 14, small: 12 },
    longest: { round: 100, head: 48 },
    place: 'under',
  },
  8: {
    ...{ columns: 2, rowHeight: 188, qr: 84, code: 19, text: 10.5, small: 9 },
    longest: { round: 100, head: 44 },
    place: 'beside',
  },
  12: {
    ...{ columns: 3, rowHeight: 188, qr: 70, code: 15, text: 9.5, small: 8.5 },
    longest: { round: 72, head: 30 },
    place: 'beside-in-groups',
  },
}

/** A text that has to fit, cut between words where it does not. */
const shorten = (text: string, longest: number): string => {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`
}

const bold = (text: string, fontSize: number): Content => ({
  text,
  fontSize,
  bold: true,
  characterSpacing: 0.6,
})

/** The code and its QR code, as large as the slip allows. */
const codeOf = (slip: CodeSlip, { place, ...size }: Size): Content => {
  const label = { text: 'Mã của hộ', fontSize: size.small }
  const picture = { image: pictureOf(slip), width: size.qr }
  if (place === 'under')
    return { alignment: 'center', stack: [picture, label, bold(slip.code, size.code)], margin: [0, 0, 0, 8] }
  const [first = '', second = ''] = slip.code.split('-')
  const lines = place === 'beside' ? [slip.code] : [`${first}-`, second]
  const top = (size.qr - size.small - lines.length * size.code * 1.1) / 2
  const code = lines.map(line => bold(line, size.code))
  return { columns: [picture, { stack: [label, ...code], margin: [2, top, 0, 0] }] }
}

const slipCell = (slip: CodeSlip, sheet: SlipSheet): TableCell => {
  const size = sizes[sheet.perPage]
  const { longest, small } = size
  return {
    stack: [
      { text: shorten(sheet.campaignName, longest.round), fontSize: small },
      { text: shorten(slipName(slip), longest.head), fontSize: size.text, bold: true },
      { text: shorten(slipDoor(slip, sheet), longest.round), fontSize: small },
      codeOf(slip, size),
      { ol: [...slipSteps(sheet)], fontSize: small },
    ],
  }
}

/** Cells in rows; the last row is filled up with empty ones. */
const bodyOf = (cells: readonly TableCell[], columns: number): TableCell[][] =>
  Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => {
    const some = cells.slice(row * columns, (row + 1) * columns)
    return [...some, ...Array.from({ length: columns - some.length }, () => '')]
  })

const pageOf = (cells: readonly TableCell[], { columns, rowHeight }: Size, first: boolean): Content => ({
  table: {
    widths: Array.from({ length: columns }, () => '*' as const),
    heights: rowHeight,
    dontBreakRows: true,
    body: bodyOf(cells, columns),
  },
  layout: 'cut',
  ...(first ? {} : { pageBreak: 'before' as const }),
})

/** Slips to cut along dashed lines, 4, 8 or 12 to an A4 page. */
export const codeSlipPages = (sheet: SlipSheet, madeOn: Day): Pages => {
  const size = sizes[sheet.perPage]
  const cells = sheet.slips.map(slip => slipCell(slip, sheet))
  const pages = Array.from({ length: Math.ceil(cells.length / sheet.perPage) }, (_, page) =>
    pageOf(cells.slice(page * sheet.perPage, (page + 1) * sheet.perPage), size, page === 0),
  )
  return {
    title: `Phiếu mã ${sheet.villageName}, ${sheet.communeName}`,
    madeOn,
    size: 'A4',
    margins: [20, 22, 20, 14],
    fontSize: size.text,
    numbered: false,
    notice: sheet.notice,
    codes: picturesOf(sheet.slips),
    content: pages,
  }
}
