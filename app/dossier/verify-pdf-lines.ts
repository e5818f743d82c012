import type { Paper, Table, Workbook } from './paper.ts'
import { headingTexts, type Print, paperTexts, tableTexts } from './verify-paper-lines.ts'
import type { PdfPage } from './verify-pdf.ts'

/** What a PDF file must say: its texts in order, and the heads of its tables, which come again on every page. */
export type PdfTexts = {
  readonly texts: readonly string[]
  readonly heads: readonly string[]
  readonly notice: string | null
}

const headOf = ({ columns }: Table): string => legible(headingTexts(columns).join(''))

const tablesOf = ({ sections, appendices }: Paper): readonly Table[] =>
  [...sections, ...appendices].flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.kind === 'table' ? [block.table] : [])),
  )

/** What the PDF file of a paper says. */
export const paperInPdf = (paper: Paper, print: Print): PdfTexts => ({
  texts: paperTexts(paper, print),
  heads: tablesOf(paper).map(headOf),
  notice: paper.notice,
})

/** What the PDF file of a workbook says. */
export const workbookInPdf = ({ sheets, notice }: Workbook, print: Print): PdfTexts => ({
  texts: sheets.flatMap(({ heading, table, remarks }) => [
    ...heading.map(print),
    ...tableTexts(table, print),
    ...remarks.map(print),
  ]),
  heads: sheets.map(({ table }) => headOf(table)),
  notice,
})

/**
 * Letters of Latin with every Vietnamese mark, digits, signs of ASCII: each has a glyph of its own in our face, so that it is
 * read back as it was written. The hyphen shares its glyph; where a text has others (a picture of a phone's keyboard), the
 * face may have none. Spaces are where lines break.
 */
const unread = /[^!-,./-~À-ɏḀ-ỿ]/gu

/** What can be read back for certain of a text. */
export const legible = (text: string): string => text.normalize('NFC').replace(unread, '')

/** Scripts written from right to left are drawn in another order, and the digits among them. */
const turned = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u

const letters = (text: string): string => [...text].sort().join('')

const says = (file: string, at: number, text: string): boolean => {
  const wanted = legible(text)
  if (file.startsWith(wanted, at)) return true
  return turned.test(text) && letters(file.slice(at, at + wanted.length)) === letters(wanted)
}

/** A text that is missing, or another than it should be; `at` as in the Word file. */
export type PdfDifference = { readonly at: string; readonly expected: string; readonly found: string }

function textDifference(file: string, { texts, heads }: PdfTexts): PdfDifference | null {
  let at = 0
  for (const [i, text] of texts.entries()) {
    const { length } = legible(text)
    while (!says(file, at, text)) {
      const head = heads.find(one => one !== '' && file.startsWith(one, at))
      if (head === undefined)
        return { at: String(i + 1), expected: text, found: file.slice(at, at + length) || '–' }
      at += head.length
    }
    at += length
  }
  return at === file.length ? null : { at: String(texts.length), expected: '–', found: file.slice(at) }
}

/** Points from the top of a page within which stand its number and the notice: 20 mm. */
const topMargin = 56.7

const textIn = ({ height, pieces }: PdfPage, inHead: boolean): string =>
  legible(
    pieces
      .filter(({ y }) => height - y <= topMargin === inHead)
      .map(({ text }) => text)
      .join(''),
  )

/** Above the text stand the number of the page, from the second on, and the notice of a paper that has one. */
function headDifference(pages: readonly PdfPage[], notice: string | null): PdfDifference | null {
  for (const [i, page] of pages.entries()) {
    const expected = `${i === 0 ? '' : `${i + 1} `}${notice ?? ''}`
    const found = textIn(page, true)
    if (found !== legible(expected)) return { at: '0', expected: expected || '–', found: found || '–' }
  }
  return null
}

/** The first place at which a PDF file says something else than it must; null where there is none. */
export const pdfDifference = (pages: readonly PdfPage[], wanted: PdfTexts): PdfDifference | null =>
  headDifference(pages, wanted.notice) ??
  textDifference(pages.map(page => textIn(page, false)).join(''), wanted)
