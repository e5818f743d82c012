import { expect, test } from 'vitest'
import { listZip, unpackEntry } from '#app/documents/zip.server.ts'
import { writeZip } from '#app/documents/zip-write.server.ts'

const files = [
  { name: 'kết-quả.xml', bytes: Buffer.from('Hài lòng '.repeat(5000)) },
  { name: 'thư mục/trống.txt', bytes: Buffer.alloc(0) },
]

test('what is written into a zip comes out again, names and order included', () => {
  const zip = writeZip(files)
  const listed = listZip(zip)
  if (!listed.ok) throw new Error(listed.error)
  expect(listed.value.map(entry => entry.name)).toEqual(files.map(file => file.name))
  for (const [i, entry] of listed.value.entries())
    expect(unpackEntry(zip, entry)).toEqual({ ok: true, value: files[i]?.bytes })
  expect(zip.length).toBeLessThan(1000)
})

test('the check sums are those of the contents, so that strict unpackers accept them', () => {
  const zip = writeZip([{ name: 'a', bytes: Buffer.from('123456789') }])
  // The check value of CRC-32/ISO-HDLC.
  expect(zip.readUInt32LE(14)).toBe(0xcbf43926)
})

test('equal files give equal bytes whenever they are written', () => {
  expect(writeZip(files).equals(writeZip(files))).toBe(true)
})
