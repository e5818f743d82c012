import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a zip. */
export type ZipFile = { readonly name: string; readonly bytes: Uint8Array }

/** 1 January 1980, 00:00: the first moment a zip can hold, given to every file so that equal contents are equal bytes. */
const firstDay = 0x21

const utf8Names = 0x0800
const deflated = 8
const version = 20

const fieldsOf = ({ name, bytes }: ZipFile) => {
  const packed = deflateRawSync(bytes)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(version, 0)
  shared.writeUInt16LE(utf8Names, 2)
  shared.writeUInt16LE(deflated, 4)
  shared.writeUInt16LE(0, 6)
  shared.writeUInt16LE(firstDay, 8)
  shared.writeUInt32LE(crc32(bytes), 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(bytes.length, 18)
  shared.writeUInt16LE(Buffer.byteLength(name), 22)
  return { name: Buffer.from(name), packed, shared }
}

const uint32 = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(4 * values.length)
  for (const [i, value] of values.entries()) buffer.writeUInt32LE(value, 4 * i)
  return buffer
}

const localSignature = 0x04034b50
const entrySignature = 0x02014b50
const endSignature = 0x06054b50

const endRecord = (entries: number, size: number, offset: number): Buffer => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endSignature, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** Writes a zip in the given order of files (APPNOTE.TXT 4.3, without zip64: under 65 536 files and 4 GB). Equal input gives equal bytes. */
export function writeZip(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const { name, packed, shared } = fieldsOf(file)
    const body = Buffer.concat([uint32(localSignature), shared, name, packed])
    const made = Buffer.alloc(2)
    made.writeUInt16LE(version)
    // Behind the shared fields: no comment, first disk, no attributes, then where the file's own header lies.
    directory.push(uint32(entrySignature), made, shared, Buffer.alloc(10), uint32(offset), name)
    bodies.push(body)
    offset += body.length
  }
  const entries = Buffer.concat(directory)
  return Buffer.concat([...bodies, entries, endRecord(files.length, entries.length, offset)])
}
