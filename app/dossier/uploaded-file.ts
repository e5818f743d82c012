import { no, ok, type Result } from '#app/basics/result.ts'

/** Kinds of files that a dossier takes. */
export const fileKinds = ['pdf', 'docx', 'xlsx', 'jpg', 'png'] as const

export type FileKind = (typeof fileKinds)[number]

/** A file may have so many bytes: 10 MB. */
export const mostBytes = 10 * 1024 * 1024

/** Files of one dossier, standing or replaced. */
export const mostFiles = 120

/** The media type under which a kind is handed out. */
export const mediaTypes: { readonly [kind in FileKind]: string } = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  png: 'image/png',
}

/** What each kind begins with; Word files and workbooks are zips and told apart by what they list. */
const beginnings: { readonly [kind in Exclude<FileKind, 'docx' | 'xlsx'>]: readonly number[] } = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

const zipBeginning = [0x50, 0x4b, 0x03, 0x04]

const beginsWith = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, at) => bytes[at] === byte)

/** Whether the bytes are a zip: its list of entries decides what it is. */
export const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, zipBeginning)

/** A file that carries macros is none of the kinds: nobody should have to open it. */
const officeKind = (entries: readonly string[]): FileKind | null => {
  if (!entries.includes('[Content_Types].xml')) return null
  if (entries.some(name => name.toLowerCase().endsWith('vbaproject.bin'))) return null
  if (entries.includes('word/document.xml')) return 'docx'
  return entries.includes('xl/workbook.xml') ? 'xlsx' : null
}

const kindOf = (bytes: Uint8Array, entries: readonly string[] | null): FileKind | null => {
  if (entries !== null) return officeKind(entries)
  if (beginsWith(bytes, beginnings.pdf)) return 'pdf'
  if (beginsWith(bytes, beginnings.jpg)) return 'jpg'
  return beginsWith(bytes, beginnings.png) ? 'png' : null
}

const endings: ReadonlyMap<string, FileKind> = new Map([
  ...fileKinds.map(kind => [kind, kind] as const),
  ['jpeg', 'jpg'],
])

/** Why a file is not taken. */
export type FileFault =
  | 'dossier-file-large'
  | 'dossier-file-empty'
  | 'dossier-file-kind'
  | 'dossier-file-differs'

/** A file as it came, and, of a zip, the names that its own list gives: nothing is unpacked. */
export type SentFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly entries: readonly string[] | null
}

/** What a file is by its first bytes; its name must say the same. */
export const checkFile = ({ name, bytes, entries }: SentFile): Result<FileKind, FileFault> => {
  if (bytes.length === 0) return no('dossier-file-empty')
  if (bytes.length > mostBytes) return no('dossier-file-large')
  const kind = kindOf(bytes, entries)
  if (kind === null) return no('dossier-file-kind')
  const said = endings.get(name.split('.').at(-1)?.toLowerCase() ?? '')
  return said === kind ? ok(kind) : no('dossier-file-differs')
}

const longestName = 100

/** A file's name as it is kept and shown: letters, digits and a few signs, no folders, its ending the kind's own. */
export const shownFileName = (raw: string, kind: FileKind): string => {
  const last = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const base = last
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${[...base].slice(0, longestName).join('').trim() || 'tep'}.${kind}`
}
