import { inflateRawSync } from 'node:zlib'
import { type PdfPage, readPdf } from '#app/dossier/verify-pdf.ts'

/** The texts of a PDF paper page by page in the order in which they are drawn; throws for a file that is none of ours. */
export const pdfPages = (bytes: Uint8Array): readonly PdfPage[] => {
  const read = readPdf(bytes, packed => inflateRawSync(packed))
  if ('fault' in read) throw new Error(`${read.fault}: ${read.at}`)
  return read
}
