import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { PlainCell } from './csv-line.server.ts'
import type { LongTable } from './rows-csv.server.ts'

/** Rows below the headings that one sheet holds: Excel reads 1 048 576 in all. */
export const mostRows = 1_048_575

/** A zip without zip64 ends here. Bytes. */
const mostBytes = 0xffff_ffff

/** The first day that a zip can hold, wherever it is made. */
const anyDay = new Date(1980, 0, 2)

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org'
const main = `${office}/spreadsheetml/2006/main`
const relations = `${office}/officeDocument/2006/relationships`
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const escaped = (text: string): string =>
  text.replace(unwritable, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const cellXml = (cell: PlainCell): string => {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const rowXml = (cells: readonly PlainCell[]): string => `<row>${cells.map(cellXml).join('')}</row>`

/** The headings stay in sight while one scrolls. */
const sheetHead = (headings: readonly string[]): string =>
  `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowXml(headings)}`

const sheetFoot = '</sheetData></worksheet>'

const sheetNumbers = (sheets: number): readonly number[] => Array.from({ length: sheets }, (_, at) => at + 1)

const workbookXml = (sheets: number): string =>
  `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheetNumbers(sheets)
    .map(at => `<sheet name="Phiếu ${at}" sheetId="${at}" r:id="rId${at}"/>`)
    .join('')}</sheets></workbook>`

const relationsXml = (sheets: number): string =>
  `${xml}<Relationships xmlns="${office}/package/2006/relationships">${sheetNumbers(sheets)
    .map(
      at => `<Relationship Id="rId${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
    )
    .join('')}</Relationships>`

const rootXml = `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const typesXml = (sheets: number): string =>
  `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${sheetNumbers(
    sheets,
  )
    .map(at => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${kind}.worksheet+xml"/>`)
    .join('')}</Types>`

/** A zip written part by part; what is packed so far is taken out again and again. */
const openZip = () => {
  let packed: Uint8Array[] = []
  let bytes = 0
  const zip = new Zip((error, data) => {
    if (error) throw error
    packed.push(data)
    bytes += data.length
    if (bytes > mostBytes) throw new Error('the file would be larger than 4 GB: choose fewer rounds')
  })
  const begin = (name: string) => {
    const part = new ZipDeflate(name, { level: 6 })
    part.mtime = anyDay
    zip.add(part)
    return {
      write: (text: string) => part.push(strToU8(text)),
      end: (text: string) => part.push(strToU8(text), true),
    }
  }
  const take = (): readonly Uint8Array[] => {
    const taken = packed
    packed = []
    return taken
  }
  return { begin, take, end: () => zip.end() }
}

type OpenZip = ReturnType<typeof openZip>

/** The sheets of a workbook, one after another; a bunch of rows goes on in the next where one is full. */
const openSheets = (zip: OpenZip, headings: readonly string[], rowsOfSheet: number) => {
  let [sheets, rows] = [0, 0]
  const begin = () => {
    sheets += 1
    rows = 0
    const sheet = zip.begin(`xl/worksheets/sheet${sheets}.xml`)
    sheet.write(sheetHead(headings))
    return sheet
  }
  let sheet = begin()
  const write = (bunch: readonly (readonly PlainCell[])[]): void => {
    if (rows === rowsOfSheet && bunch.length > 0) {
      sheet.end(sheetFoot)
      sheet = begin()
    }
    const fits = bunch.slice(0, rowsOfSheet - rows)
    sheet.write(fits.map(rowXml).join(''))
    rows += fits.length
    if (fits.length < bunch.length) write(bunch.slice(fits.length))
  }
  const end = (): number => {
    sheet.end(sheetFoot)
    return sheets
  }
  return { write, end }
}

const writeParts = (zip: OpenZip, sheets: number): void => {
  zip.begin('xl/workbook.xml').end(workbookXml(sheets))
  zip.begin('xl/_rels/workbook.xml.rels').end(relationsXml(sheets))
  zip.begin('_rels/.rels').end(rootXml)
  zip.begin('[Content_Types].xml').end(typesXml(sheets))
  zip.end()
}

/** Writes a long table as an Excel file, as it comes; another sheet where one is full (`rowsOfSheet`, from 1). */
export async function* streamXlsx(
  { headings, bunches }: LongTable,
  rowsOfSheet: number = mostRows,
): AsyncGenerator<Uint8Array> {
  const zip = openZip()
  const sheets = openSheets(zip, headings, rowsOfSheet)
  for await (const bunch of bunches) {
    sheets.write(bunch)
    yield* zip.take()
  }
  writeParts(zip, sheets.end())
  yield* zip.take()
}
