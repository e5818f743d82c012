import fc from 'fast-check'
import { inflateSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeZip } from '#app/documents/zip-write.server.ts'
import { unzip } from '#app/dossier/verify-zip.ts'

const inflate = (packed: Uint8Array, size: number) => inflateSync(packed, { out: new Uint8Array(size) })

const files = [
  { name: 'a.txt', bytes: Buffer.from('một hai ba '.repeat(200)) },
  { name: 'dữ liệu/b.csv', bytes: Buffer.from('x,y\n1,2\n') },
  { name: 'empty', bytes: Buffer.alloc(0) },
]

const codesOf = (bytes: Uint8Array) => unzip(bytes, inflate).part.findings.map(({ code }) => code)

test('a zip of ours is opened whole', () => {
  const opened = unzip(writeZip(files), inflate)
  expect(opened.part.findings).toEqual([])
  expect([...opened.files].map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) }))).toEqual(files)
})

test('no byte of a zip can be another: either a finding, or the files are what they were', () => {
  const zip = writeZip(files)
  const untouched = [...unzip(zip, inflate).files].map(([name, bytes]) => [name, Buffer.from(bytes)])
  for (let at = 0; at < zip.length; at += 1) {
    const changed = Uint8Array.from(zip)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    const opened = unzip(changed, inflate)
    const same = [...opened.files].map(([name, bytes]) => [name, Buffer.from(bytes)])
    if (opened.part.findings.length === 0) expect(same, `byte ${at}`).toEqual(untouched)
    else expect(opened.part.findings[0]?.code).toMatch(/^(zip|file)-/)
  }
})

test('whatever comes, opening it ends with findings', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), noise => {
      expect(codesOf(noise)).toEqual(['zip-broken'])
    }),
  )
  expect(codesOf(writeZip(files).subarray(0, 120))).toEqual(['zip-broken'])
  expect(codesOf(Buffer.concat([writeZip(files), Buffer.from('x')]))).toEqual(['zip-altered'])
  expect(codesOf(zipSync({ a: new Uint8Array(9) }))).toContain('zip-altered')
  expect(codesOf(writeZip([...files, ...files.slice(0, 1)]))).toEqual(['zip-altered'])
})

test('a bomb is not unpacked', () => {
  const zip = Uint8Array.from(writeZip([{ name: 'bomb', bytes: Buffer.alloc(4_000_000) }]))
  const view = new DataView(zip.buffer)
  const directory = view.getUint32(zip.length - 6, true)
  for (const at of [22, directory + 24]) view.setUint32(at, 0xf0000000, true)
  expect(codesOf(zip)).toEqual(['zip-too-large'])
  for (const at of [22, directory + 24]) view.setUint32(at, 1000, true)
  expect(codesOf(zip)).toEqual(['file-altered'])
})
