import readXlsx from 'read-excel-file/node'
import { listZip, unpackEntry } from '#app/documents/zip.server.ts'

/** One part of an office file. */
export const partOf = (bytes: Uint8Array, name: string): string => {
  const listed = listZip(bytes)
  const entry = listed.ok ? listed.value.find(one => one.name === name) : undefined
  const unpacked = entry ? unpackEntry(bytes, entry) : undefined
  if (!unpacked?.ok) throw new Error(`no part ${name}`)
  return unpacked.value.toString('utf8')
}

const decoded = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

/** A Word file as a reader sees it: paragraphs as lines, table rows as lines of cells between bars. */
export const wordText = (bytes: Uint8Array): string => {
  const xml = partOf(bytes, 'word/document.xml')
  const rows = xml
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<\/w:p>\s*<\/w:tc>/g, ' | ')
    .replace(/<\/w:tr>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
  return decoded(rows.replace(/<[^>]+>/g, ''))
}

/** Every sheet of an Excel file: its name and its rows of values. */
export const excelSheets = async (bytes: Uint8Array) => readXlsx(Buffer.from(bytes))

/** Every text of a Word file in the order of reading, paragraph by paragraph and cell by cell; empty ones are left out. */
export const wordTexts = (bytes: Uint8Array): readonly string[] =>
  partOf(bytes, 'word/document.xml')
    .split('</w:p>')
    .map(paragraph =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .map(decoded)
    .filter(text => text.trim() !== '')

/** Every text of a page's markup in the order of reading, block by block; empty ones are left out. */
export const markupTexts = (html: string): readonly string[] =>
  html
    .split(
      /<\/?(?:article|header|footer|section|div|p|h\d|table|colgroup|col|thead|tbody|tfoot|tr|th|td)\b[^>]*>/,
    )
    .map(block => decoded(block.replace(/<[^>]+>/g, '').replace(/&#x27;/g, "'")))
    .filter(text => text.trim() !== '')
