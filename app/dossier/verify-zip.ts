import type { Finding, Part } from './verify.ts'
import { partOf } from './verify.ts'

/** Unpacks raw deflate into at most `size` bytes: comes in as an argument. May throw. */
export type Inflate = (packed: Uint8Array, size: number) => Uint8Array

/** Files of a zip by name, with what is odd about the zip itself. */
export type Unzipped = { readonly files: ReadonlyMap<string, Uint8Array>; readonly part: Part }

/** A pack of a large commune has some ten megabytes; what claims more than this is not unpacked. */
const largest = 512 * 1024 * 1024
const mostEntries = 2000

const localSignature = 0x04034b50
const entrySignature = 0x02014b50
const endSignature = 0x06054b50
const [localLength, entryLength, endLength] = [30, 46, 22]

/** The fields that a file's own header and its entry in the directory share, byte for byte. */
const sharedLength = 26

/** Bytes of the shared fields that are the same in every file of ours: version 20, UTF-8 names; 1 January 1980, 00:00. */
const steadyStart = [20, 0, 0, 8]
const steadyTime = [0, 0, 0x21, 0]

type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  readonly shared: Uint8Array
  readonly steady: boolean
}

const crcTable: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

/** CRC-32 as zip has it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

const alike = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  wanted.every((byte, i) => bytes[at + i] === byte)

const allZero = (bytes: Uint8Array, from: number, to: number): boolean =>
  bytes.subarray(from, to).every(byte => byte === 0)

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The end record, which may only be followed by its own comment; null when there is none. */
function findEnd(bytes: Uint8Array): number | null {
  const view = viewOf(bytes)
  for (let at = bytes.length - endLength; at >= Math.max(0, bytes.length - endLength - 65_535); at -= 1)
    if (view.getUint32(at, true) === endSignature) return at
  return null
}

const nameOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** One entry of the directory and where the next begins. Throws RangeError behind the end. */
function entryAt(bytes: Uint8Array, at: number): { readonly entry: Entry; readonly next: number } {
  const view = viewOf(bytes)
  if (view.getUint32(at, true) !== entrySignature) throw new RangeError('no entry')
  const [nameLength, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [
    number,
    number,
    number,
  ]
  const next = at + entryLength + nameLength + extra + comment
  if (next > bytes.length) throw new RangeError('an entry beyond the end')
  const shared = bytes.subarray(at + 6, at + 6 + sharedLength)
  const entry = {
    name: nameOf(bytes.subarray(at + entryLength, at + entryLength + nameLength)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    shared,
    steady:
      alike(bytes, at + 4, steadyStart.slice(0, 2)) &&
      alike(shared, 0, steadyStart) &&
      alike(shared, 6, steadyTime) &&
      allZero(bytes, at + 30, at + 42),
  }
  return { entry, next }
}

type Directory = { readonly entries: readonly Entry[]; readonly start: number; readonly tidy: boolean }

function directoryOf(bytes: Uint8Array): Directory {
  const end = findEnd(bytes)
  if (end === null) throw new RangeError('no end')
  const view = viewOf(bytes)
  const [count, size, start] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ]
  const entries: Entry[] = []
  let at = start
  for (let left = count; left > 0; left -= 1) {
    const { entry, next } = entryAt(bytes, at)
    entries.push(entry)
    at = next
  }
  const single = allZero(bytes, end + 4, end + 8) && view.getUint16(end + 8, true) === count
  const tidy = single && start + size === at && at === end && end + endLength === bytes.length
  return { entries, start, tidy: tidy && view.getUint16(end + 20, true) === 0 }
}

/** Where a file's bytes lie behind its own header, which must say what the directory says; null where it is none. */
function bodyOf(bytes: Uint8Array, entry: Entry): { readonly start: number; readonly same: boolean } | null {
  const { offset, shared, name } = entry
  if (offset + localLength > bytes.length) return null
  const view = viewOf(bytes)
  if (view.getUint32(offset, true) !== localSignature) return null
  const [nameLength, extra] = [view.getUint16(offset + 26, true), view.getUint16(offset + 28, true)]
  const start = offset + localLength + nameLength + extra
  if (start + entry.packed > bytes.length) return null
  const own = bytes.subarray(offset + 4, offset + 4 + sharedLength)
  const ownName = bytes.subarray(offset + localLength, offset + localLength + nameLength)
  const same = own.every((byte, i) => byte === shared[i]) && new TextDecoder().decode(ownName) === name
  return { start, same }
}

type Opened = {
  readonly bytes: Uint8Array | null
  readonly findings: readonly Finding[]
  readonly end: number
}

function openEntry(bytes: Uint8Array, entry: Entry, inflate: Inflate): Opened {
  const place = { file: entry.name }
  const body = bodyOf(bytes, entry)
  if (!body || (entry.method !== 0 && entry.method !== 8))
    return { bytes: null, findings: [{ code: 'zip-broken', place }], end: -1 }
  const end = body.start + entry.packed
  const odd: readonly Finding[] = body.same && entry.steady ? [] : [{ code: 'zip-altered', place }]
  const packed = bytes.subarray(body.start, end)
  try {
    const unpacked = entry.method === 0 ? packed : inflate(packed, entry.size)
    if (unpacked.length !== entry.size) throw new RangeError('another size')
    const intact = crc32(unpacked) === entry.crc
    return { bytes: unpacked, findings: intact ? odd : [...odd, { code: 'file-altered', place }], end }
  } catch {
    return { bytes: null, findings: [...odd, { code: 'zip-broken', place }], end }
  }
}

const broken = (): Unzipped => ({
  files: new Map(),
  part: { findings: [{ code: 'zip-broken', place: {} }], remarks: [], checked: [] },
})

const tooLarge = ({ entries }: Directory): boolean =>
  entries.length > mostEntries || entries.reduce((sum, { size }) => sum + size, 0) > largest

/** Files stand one behind the other from the first byte to the directory, each once. */
const isContiguous = (entries: readonly Entry[], ends: readonly number[], start: number): boolean =>
  entries.every((entry, i) => entry.offset === (i === 0 ? 0 : ends[i - 1])) && (ends.at(-1) ?? 0) === start

function unzipListed(bytes: Uint8Array, directory: Directory, inflate: Inflate): Unzipped {
  const { entries, start, tidy } = directory
  const files = new Map<string, Uint8Array>()
  const findings: Finding[] = []
  const ends: number[] = []
  for (const entry of entries) {
    const opened = openEntry(bytes, entry, inflate)
    findings.push(...opened.findings)
    ends.push(opened.end)
    if (files.has(entry.name)) findings.push({ code: 'zip-altered', place: { file: entry.name } })
    else if (opened.bytes) files.set(entry.name, opened.bytes)
  }
  const whole = tidy && isContiguous(entries, ends, start)
  if (!whole && findings.length === 0) findings.push({ code: 'zip-altered', place: {} })
  return {
    files,
    part: partOf(findings, { code: 'zip', numbers: { files: files.size, bytes: bytes.length } }),
  }
}

/**
 * Opens a zip as packs are written (APPNOTE.TXT 4.3 without zip64, fixed times, no gaps), so that no byte of it can be
 * another without being noticed. What is broken is a finding; nothing throws. Claims of more than 512 MB are not unpacked.
 */
export function unzip(bytes: Uint8Array, inflate: Inflate): Unzipped {
  try {
    const directory = directoryOf(bytes)
    if (!tooLarge(directory)) return unzipListed(bytes, directory, inflate)
    const finding: Finding = { code: 'zip-too-large', place: {} }
    return { files: new Map(), part: { findings: [finding], remarks: [], checked: [] } }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return broken()
    throw error
  }
}
