import readXlsx from 'read-excel-file/universal'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { Cell, RegisterSheet, SheetRow } from '#app/household/register/register.ts'
import { readCsv } from './csv.server.ts'
import { type SheetExtent, sheetExtent, verticalMerges } from './sheet-xml.server.ts'
import { listZip, unpackEntry, type ZipEntry } from './zip.server.ts'

/** Codes of what cannot be read, which are also i18n keys. */
export type SheetFileError =
  | 'file-too-large'
  | 'not-a-spreadsheet'
  | 'old-excel'
  | 'spreadsheet-encrypted'
  | 'spreadsheet-too-large'
  | 'spreadsheet-unreadable'

export type SheetLimits = {
  /** Bytes of the file. */
  readonly fileBytes?: number
  /** Bytes of all its parts together, unpacked. */
  readonly unpackedBytes?: number
  /** Cells with content, and rows × columns of the smallest rectangle around them, over all sheets. */
  readonly cells?: number
  readonly area?: number
}

const million = 1_000_000
const usual = {
  fileBytes: 10 * million,
  unpackedBytes: 100 * million,
  cells: million / 2,
  area: 20 * million,
} as const

/** 30 000 households with 15 columns are 450 000 cells, beyond any commune's register; parsing that many takes a second and half a gigabyte. */
const limitsOf = (limits: SheetLimits): Required<SheetLimits> => ({ ...usual, ...limits })

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, i) => bytes[i] === byte)

const zipMagic = [0x50, 0x4b, 0x03, 0x04]
const oleMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Word, Excel 97 and password-protected files share one container; the streams inside tell which it is. */
function readOle(bytes: Uint8Array): SheetFileError {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return 'spreadsheet-encrypted'
  return holds('Workbook') || holds('Book\0') ? 'old-excel' : 'not-a-spreadsheet'
}

type Parts = ReadonlyMap<string, string>

/** The XML parts of a workbook, unpacked within the limit; what the directory declares is checked first and then held to. */
function unpack(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  limit: number,
): Result<Parts, SheetFileError> {
  const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (declared > limit) return no('spreadsheet-too-large')
  const parts = new Map<string, string>()
  for (const entry of entries.filter(({ name }) => name.endsWith('.xml') || name.endsWith('.xml.rels'))) {
    const unpacked = unpackEntry(bytes, entry)
    if (!unpacked.ok)
      return no(unpacked.error === 'zip-lies' ? 'spreadsheet-too-large' : 'spreadsheet-unreadable')
    parts.set(entry.name, unpacked.value.toString('utf8'))
  }
  return ok(parts)
}

/** What the parser would have to hold, measured before it runs: one stray cell in the last corner would cost it gigabytes. */
function checkExtent(parts: Parts, limits: Required<SheetLimits>): SheetFileError | null {
  const extents = [...parts.values()].filter(xml => xml.includes('sheetData')).map(sheetExtent)
  const known = extents.filter((extent): extent is SheetExtent => extent !== null)
  if (known.length < extents.length) return 'spreadsheet-unreadable'
  const cells = known.reduce((sum, extent) => sum + extent.cells, 0)
  const area = known.reduce((sum, extent) => sum + extent.rows * extent.columns, 0)
  return cells > limits.cells || area > limits.area ? 'spreadsheet-too-large' : null
}

const twoDigits = (n: number) => String(n).padStart(2, '0')

/** A date as cadres write it; numbers such as "12/3" that Excel took for a date keep their day and month. */
const dateText = (date: Date) =>
  `${twoDigits(date.getUTCDate())}/${twoDigits(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.valueOf()) ? null : dateText(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** The library fills gaps between rows, so a row's place is its Excel number; rows without content are left out here. */
function rowsOf(data: readonly (readonly unknown[])[]): readonly SheetRow[] {
  return data.flatMap((values, i) => {
    const cells = values.map(cellOf)
    return cells.some(cell => cell !== null && cell !== '') ? [{ row: i + 1, cells }] : []
  })
}

async function readWorkbook(
  bytes: Uint8Array,
  parts: Parts,
): Promise<Result<readonly RegisterSheet[], SheetFileError>> {
  try {
    const merges = verticalMerges(parts)
    const sheets = await readXlsx(new Blob([new Uint8Array(bytes)]), { trim: false })
    return ok(
      sheets.map(({ sheet, data }, i) => ({
        name: sheet,
        rows: rowsOf(data ?? []),
        merges: merges[i] ?? [],
      })),
    )
  } catch {
    // The library throws its own errors and plain ones for XML that is cut off, out of order or not a workbook's; whoever sends the file can only send another.
    return no('spreadsheet-unreadable')
  }
}

/**
 * Reads the bytes of an .xlsx (or separated text) file as sheets of rows with the row numbers Excel shows.
 * Size, kind, unpacked size and extent are checked in this order before anything is parsed. Cells holding an Excel error are empty.
 */
export async function readSheets(
  bytes: Uint8Array,
  options: SheetLimits = {},
): Promise<Result<readonly RegisterSheet[], SheetFileError>> {
  const limits = limitsOf(options)
  if (bytes.byteLength > limits.fileBytes) return no('file-too-large')
  if (startsWith(bytes, oleMagic)) return no(readOle(bytes))
  if (!startsWith(bytes, zipMagic)) {
    const rows = readCsv(bytes)
    return rows ? ok([{ name: 'CSV', rows }]) : no('not-a-spreadsheet')
  }
  const entries = listZip(bytes)
  if (!entries.ok) return no('spreadsheet-unreadable')
  if (!entries.value.some(({ name }) => name === 'xl/workbook.xml')) return no('not-a-spreadsheet')
  const parts = unpack(bytes, entries.value, limits.unpackedBytes)
  if (!parts.ok) return parts
  const tooMuch = checkExtent(parts.value, limits)
  return tooMuch ? no(tooMuch) : readWorkbook(bytes, parts.value)
}
