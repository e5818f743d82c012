import type { PaperLine } from './verify-paper-lines.ts'

/** The parts of an office file (a zip of XML) by name. */
export type OfficeParts = ReadonlyMap<string, Uint8Array>

/** Why an office file cannot be read as a paper of ours. */
export type OfficeFault = { readonly fault: 'part-missing' | 'foreign-content'; readonly at: string }

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const decoded = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Parts of Word that show something else than the texts we read, or hide them; none of our papers has any. */
const foreignInWord =
  /<(?:w:(?:del|ins|moveFrom|moveTo|delText|drawing|pict|object|altChunk|sdt|vanish|webHidden|specVanish|instrText|fldSimple|footnoteReference|endnoteReference|sym|br|cr|noBreakHyphen|softHyphen|hyperlink)|mc:AlternateContent|m:oMath|v:\w+)[ />]/

const tokens = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab)\/>|<(\/?)w:(p|tc)(?: [^>]*)?(\/?)>/g

/** Paragraphs outside tables, and cells; a cell that is empty is a text, an empty paragraph is none. */
function wordTexts(xml: string): readonly string[] {
  const texts: string[] = []
  let [paragraph, inCell] = ['', false]
  let cell: string[] = []
  const endParagraph = () => {
    if (paragraph.trim() !== '') (inCell ? cell : texts).push(paragraph.trim())
    paragraph = ''
  }
  for (const [, text, tab, closing, element, empty] of xml.matchAll(tokens)) {
    if (text !== undefined) paragraph += decoded(text)
    else if (tab) paragraph += '\t'
    else if (element === 'p' && closing) endParagraph()
    else if (element === 'tc' && !empty && !closing) [cell, inCell] = [[], true]
    else if (element === 'tc' && closing) {
      texts.push(cell.join('\n'))
      inCell = false
    }
  }
  return texts
}

const runningHeads = /^word\/(?:header|footer|footnotes|endnotes|comments)\w*\.xml$/

/** Parts that carry no text of a paper but the numbers of pages. */
const headTexts = (parts: OfficeParts): readonly string[] =>
  [...parts]
    .filter(([name]) => runningHeads.test(name))
    .flatMap(([, bytes]) => wordTexts(textOf(bytes)))
    .filter(text => text !== '')

/** A Word file as its reader sees it: texts in order, and what stands at the top of its pages. */
export type WordTexts = { readonly texts: readonly string[]; readonly heads: readonly string[] }

/** Reads the texts of a Word file back; a file with changes tracked, pictures, fields or hidden text is none of ours. */
export function readWord(parts: OfficeParts): WordTexts | OfficeFault {
  const document = parts.get('word/document.xml')
  if (!document) return { fault: 'part-missing', at: 'word/document.xml' }
  const xml = textOf(document)
  const foreign = foreignInWord.exec(xml)
  if (foreign) return { fault: 'foreign-content', at: foreign[0].replace(/[</> ]/g, '') }
  return { texts: wordTexts(xml), heads: headTexts(parts) }
}

const attribute = (element: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(element)?.[1]

const sharedTexts = (xml: string): readonly string[] =>
  [...xml.matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/g)].map(([, inside = '']) =>
    [...inside.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text = '']) => decoded(text)).join(''),
  )

const cellsOf = (xml: string, shared: readonly string[], name: string): readonly PaperLine[] =>
  [...xml.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].flatMap(([, head = '', inside = '']) => {
    const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1]
    const inline = /<t(?: [^>]*)?>([^<]*)<\/t>/.exec(inside)?.[1]
    const own = decoded(value ?? inline ?? '')
    const text = (attribute(head, 't') === 's' ? (shared[Number(own)] ?? '') : own).trim()
    return text === '' ? [] : [{ at: `${name}!${attribute(head, 'r') ?? ''}`, text }]
  })

/** Parts of a sheet that show something else than the values we read. */
const foreignInSheet =
  /<(?:f|drawing|legacyDrawing|oleObjects|controls|hyperlinks|dataValidations)[ />]|hidden="1"/

/** The file that a sheet's relation leads to; sheets without one are looked for by their number. */
const sheetFile = (relations: string, id: string, number: number): string => {
  const relation = relations.match(/<Relationship [^>]*>/g)?.find(one => attribute(one, 'Id') === id)
  const target = relation ? attribute(relation, 'Target') : undefined
  return `xl/${(target ?? `worksheets/sheet${number}.xml`).replace(/^\/?(?:xl\/)?/, '')}`
}

function sheetLines(
  parts: OfficeParts,
  sheet: { readonly name: string; readonly file: string; readonly number: number },
  shared: readonly string[],
): readonly PaperLine[] | OfficeFault {
  const bytes = parts.get(sheet.file)
  if (!bytes) return { fault: 'part-missing', at: sheet.file }
  const xml = textOf(bytes)
  const foreign = foreignInSheet.exec(xml)
  if (foreign) return { fault: 'foreign-content', at: `${sheet.name}: ${foreign[0].replace(/[</> ]/g, '')}` }
  return [{ at: `${sheet.number}`, text: sheet.name }, ...cellsOf(xml, shared, sheet.name)]
}

const isFault = (read: readonly PaperLine[] | OfficeFault): read is OfficeFault => 'fault' in read

/** Reads an Excel file back: names of sheets and cells that are not empty; formulas and hidden parts are none of ours. */
export function readWorkbook(parts: OfficeParts): readonly PaperLine[] | OfficeFault {
  const [book, relations, strings] = [
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
  ].map(name => textOf(parts.get(name) ?? new Uint8Array())) as [string, string, string]
  if (book === '') return { fault: 'part-missing', at: 'xl/workbook.xml' }
  if (/state="(?:veryH|h)idden"/.test(book)) return { fault: 'foreign-content', at: 'hidden' }
  const shared = sharedTexts(strings)
  const lines: PaperLine[] = []
  for (const [i, element] of (book.match(/<sheet [^>]*>/g) ?? []).entries()) {
    const name = decoded(attribute(element, 'name') ?? '')
    const file = sheetFile(relations, attribute(element, 'r:id') ?? '', i + 1)
    const read = sheetLines(parts, { name, file, number: i + 1 }, shared)
    if (isFault(read)) return read
    lines.push(...read)
  }
  return lines
}
