import { inflateRawSync } from 'node:zlib'
import { no, ok, type Result } from '#app/basics/result.ts'

/** An entry of a zip's central directory, with the sizes it declares in bytes. */
export type ZipEntry = {
  readonly name: string
  readonly compressed: number
  readonly unpacked: number
  readonly method: number
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const zip64Locator = 0x07064b50
const endLength = 22
const longestComment = 65_535

/** The end record, searched from the back as every unpacker does; null when there is none. */
function endOf(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - endLength - longestComment)
  for (let at = bytes.length - endLength; at >= first; at--)
    if (bytes.readUInt32LE(at) === endSignature) return at
  return null
}

function entryAt(bytes: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (bytes.readUInt32LE(at) !== entrySignature) throw new RangeError('no entry here')
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map(offset =>
    bytes.readUInt16LE(at + offset),
  ) as [number, number, number]
  const entry = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    method: bytes.readUInt16LE(at + 10),
    compressed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  }
  return { entry, next: at + 46 + nameLength + extraLength + commentLength }
}

function directoryOf(bytes: Buffer): readonly ZipEntry[] {
  const end = endOf(bytes)
  if (end === null || (end >= 20 && bytes.readUInt32LE(end - 20) === zip64Locator))
    throw new RangeError('no plain directory')
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 8); left > 0; left--) {
    const { entry, next } = entryAt(bytes, at)
    entries.push(entry)
    at = next
  }
  return entries
}

/** The central directory of a zip. Zip64 and two entries of one name are refused: no spreadsheet of a permitted size needs them, and they are where unpackers disagree. */
export function listZip(bytes: Uint8Array): Result<readonly ZipEntry[], 'zip-broken'> {
  try {
    const entries = directoryOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const names = new Set(entries.map(entry => entry.name))
    return names.size === entries.length ? ok(entries) : no('zip-broken')
  } catch (error) {
    if (error instanceof RangeError) return no('zip-broken')
    throw error
  }
}

const dataOf = (bytes: Buffer, { offset, compressed }: ZipEntry) => {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  return bytes.subarray(start, start + compressed)
}

/** Unpacks one entry, never beyond the size its directory declares: 'zip-lies' when it holds more or less than that. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Result<Buffer, 'zip-broken' | 'zip-lies'> {
  try {
    const data = dataOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), entry)
    if (entry.method !== 0 && entry.method !== 8) return no('zip-broken')
    const unpacked =
      entry.method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, entry.unpacked) })
    return unpacked.length === entry.unpacked ? ok(unpacked) : no('zip-lies')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      return no('zip-lies')
    if (error instanceof Error) return no('zip-broken')
    throw error
  }
}
