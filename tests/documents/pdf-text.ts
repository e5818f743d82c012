import { inflateRawSync } from 'node:zlib'
import { type PdfPage, readPdf } from '#app/dossier/verify-pdf.ts'

/** The texts of a PDF paper page by page in the order in which they are drawn; throws for a file that is none of ours. */
export const pdfPages = (bytes: Uint8Array): readonly PdfPage[] => {
  const read = readPdf(bytes, packed => inflateRawSync(packed))
  if ('fault' in read) throw new Error(`${read.fault}: ${read.at}`)
  return read
}

/** Points from the top of a page within which stand its number and the notice. */
export const topMargin = 56.7

/** What the pages of a PDF paper say below their heads, without spaces: files break lines where there were some. */
export const pdfText = (bytes: Uint8Array): string =>
  pdfPages(bytes)
    .flatMap(({ height, pieces }) => pieces.filter(({ y }) => height - y > topMargin))
    .map(({ text }) => text.replace(/\s/gu, ''))
    .join('')
