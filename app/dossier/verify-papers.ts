import type { Results } from '#app/verdict/compute.ts'
import type { Manifest, PackFiles } from './pack.ts'
import { type PackPaper, papersOfPack, pdfPathOf } from './pack-papers.ts'
import type { PackData } from './pack-survey.ts'
import { type Finding, guardedPart, joinParts, type Part, partOf, type Remark } from './verify.ts'
import { type OfficeFault, readWord, readWorkbook } from './verify-office.ts'
import { type PaperLine, type Print, paperTexts, workbookLines } from './verify-paper-lines.ts'
import { readPdf } from './verify-pdf.ts'
import { paperInPdf, pdfDifference, workbookInPdf } from './verify-pdf-lines.ts'
import type { Inflate } from './verify-zip.ts'

/** Opens an office file, a zip that any program may have written, into its parts; null when it is none. */
export type OpenOffice = (bytes: Uint8Array) => ReadonlyMap<string, Uint8Array> | null

export type PaperTools = {
  readonly print: Print
  readonly openOffice: OpenOffice
  readonly inflate: Inflate
}

const faultOf = (file: string, { fault, at }: OfficeFault): Finding => ({
  code: fault === 'part-missing' ? 'paper-unreadable' : 'paper-foreign-content',
  place: { file, at },
})

/** A text may be as long as an opinion; the beginning is enough to find it. */
const longest = 160

/** Both texts from a little before the first letter in which they differ. */
function shortened(expected: string, found: string): { readonly expected: string; readonly found: string } {
  let same = 0
  while (same < expected.length && expected[same] === found[same]) same += 1
  const from = expected.length <= longest && found.length <= longest ? 0 : Math.max(0, same - 40)
  const cut = (text: string) =>
    (from > 0 ? '…' : '') + text.slice(from, from + longest) + (text.length > from + longest ? '…' : '')
  return { expected: cut(expected), found: cut(found) }
}

/** The first place at which a paper says something else than its data do. */
function firstDifference(
  file: string,
  expected: readonly PaperLine[],
  found: readonly PaperLine[],
): readonly Finding[] {
  for (let i = 0; i < Math.max(expected.length, found.length); i += 1) {
    const [wanted, read] = [expected[i], found[i]]
    if (wanted?.text === read?.text && wanted?.at === read?.at) continue
    const at = wanted?.at ?? read?.at ?? ''
    // Two cells out of step: what stands at the first of both places.
    const texts = shortened(wanted?.text ?? '–', read?.text ?? '–')
    const elsewhere =
      read !== undefined && read.at !== at ? { ...texts, found: `${read.at}: ${texts.found}` } : texts
    return [{ code: 'paper-differs', place: { file, at }, ...elsewhere }]
  }
  return []
}

const numbered = (texts: readonly string[]): readonly PaperLine[] =>
  texts.map((text, i) => ({ at: String(i + 1), text }))

function wordFindings(
  { path, paper }: Extract<PackPaper, { kind: 'docx' }>,
  parts: ReadonlyMap<string, Uint8Array>,
  print: Print,
): readonly Finding[] {
  const read = readWord(parts)
  if ('fault' in read) return [faultOf(path, read)]
  const notices = paper.notice === null ? [] : [paper.notice]
  const strange = read.heads.find(text => !notices.includes(text))
  if (strange !== undefined || (notices.length > 0 && read.heads.length === 0))
    return [
      {
        ...{ code: 'paper-differs', place: { file: path, at: '0' } },
        ...{ expected: notices[0] ?? '–', found: strange ?? '–' },
      },
    ]
  return firstDifference(path, numbered(paperTexts(paper, print)), numbered(read.texts))
}

function paperFindings(wanted: PackPaper, bytes: Uint8Array, tools: PaperTools): readonly Finding[] {
  const parts = tools.openOffice(bytes)
  const file = wanted.path
  if (!parts) return [{ code: 'paper-unreadable', place: { file } }]
  if (wanted.kind === 'docx') return wordFindings(wanted, parts, tools.print)
  const read = readWorkbook(parts)
  if ('fault' in read) return [faultOf(file, read)]
  return firstDifference(file, workbookLines(wanted.workbook, tools.print), read)
}

function pdfFindings(
  wanted: PackPaper,
  bytes: Uint8Array,
  { print, inflate }: PaperTools,
): readonly Finding[] {
  const file = pdfPathOf(wanted)
  const read = readPdf(bytes, inflate)
  if ('fault' in read) return [faultOf(file, read)]
  const texts =
    wanted.kind === 'docx' ? paperInPdf(wanted.paper, print) : workbookInPdf(wanted.workbook, print)
  const difference = pdfDifference(read, texts)
  if (!difference) return []
  const { at, expected, found } = difference
  return [{ code: 'paper-differs', place: { file, at }, ...shortened(expected, found) }]
}

const oneFile = (
  bytes: Uint8Array | undefined,
  file: string,
  read: (bytes: Uint8Array) => readonly Finding[],
): Part =>
  bytes
    ? guardedPart(file, () => partOf(read(bytes), noPapers))
    : partOf([{ code: 'paper-missing', place: { file } }], noPapers)

const noPapers = { code: 'papers', numbers: {} } as const

const isPaper = (path: string): boolean => path.startsWith('papers/')

/** Packs of before had papers to write in alone; one that has a PDF has all of them. */
const countPdfs = (files: PackFiles): number =>
  [...files.keys()].filter(path => isPaper(path) && path.endsWith('.pdf')).length

const onePaper = (files: PackFiles, wanted: PackPaper, tools: PaperTools): Part => {
  const pdf = pdfPathOf(wanted)
  const office = oneFile(files.get(wanted.path), wanted.path, bytes => paperFindings(wanted, bytes, tools))
  if (countPdfs(files) === 0) return office
  return joinParts([office, oneFile(files.get(pdf), pdf, bytes => pdfFindings(wanted, bytes, tools))])
}

/** The letters of a PDF are read as a search reads them: what they look like is not looked at. */
const remarksOf = (files: PackFiles): readonly Remark[] => {
  const pdfs = countPdfs(files)
  return pdfs === 0 ? [] : [{ code: 'pdf-letters-only', numbers: { papers: pdfs } }]
}

const unexpected = (files: PackFiles, wanted: readonly PackPaper[]): readonly Finding[] => {
  const known = new Set(wanted.flatMap(one => [one.path, pdfPathOf(one)]))
  return [...files.keys()]
    .filter(path => isPaper(path) && !known.has(path))
    .map(file => ({ code: 'paper-unexpected', place: { file } }))
}

/** Every paper made again from the data, as text, against the texts and figures that its file says, in order. */
export function verifyPapers(
  files: PackFiles,
  pack: { readonly manifest: Manifest; readonly data: PackData; readonly results: Results },
  tools: PaperTools,
): Part {
  const wanted = papersOfPack(pack.data, pack.results, pack.manifest.madeOn)
  if (!wanted.ok) {
    const place = { file: 'papers/', figure: 'madeOn' }
    return {
      findings: [{ code: 'paper-not-makeable', place, found: pack.manifest.madeOn }],
      remarks: [],
      checked: [],
    }
  }
  const { findings } = joinParts(wanted.value.map(one => onePaper(files, one, tools)))
  return partOf(
    [...findings, ...unexpected(files, wanted.value)],
    { code: 'papers', numbers: { papers: wanted.value.length + countPdfs(files) } },
    remarksOf(files),
  )
}
