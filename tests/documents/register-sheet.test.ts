import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSheets, type SheetLimits } from '#app/documents/register-sheet.server.ts'
import { readRegister } from '#app/household/register/register.ts'
import { textCell, workbookOf, zipOf } from './zip-file.ts'

const messy = readFileSync(new URL('../fixtures/household-register-messy.xlsx', import.meta.url))
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), utf16(stream), Buffer.alloc(90)])

async function read(bytes: Uint8Array, limits?: SheetLimits) {
  const result = await readSheets(bytes, limits)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

async function errorOf(bytes: Uint8Array, limits?: SheetLimits) {
  const result = await readSheets(bytes, limits)
  return result.ok ? null : result.error
}

const withRows = (rows: string) => workbookOf({ S: `<sheetData>${rows}</sheetData>` })

describe('row numbers', () => {
  it('are the ones Excel shows although the file leaves lines out', async () => {
    const [sheet] = await read(messy)
    const numbers = sheet?.rows.map(({ row }) => row) ?? []
    expect(numbers.slice(0, 4)).toEqual([1, 2, 4, 5])
    expect(numbers).not.toContain(28)
    expect(sheet?.rows.at(-1)).toMatchObject({
      row: 2590,
      cells: [null, 'TỔNG CỘNG', null, null, null, null, '2520 hộ'],
    })
  })

  it('hold for rows missing, empty, only formatted, and without a number of their own', async () => {
    const rows = [
      `<row r="2">${textCell('B2', 'hai')}</row>`,
      '<row r="5" ht="20"/>',
      `<row><c r="A9"><v>9</v></c></row>`,
      `<row r="10"><c r="A10" s="0"/></row>`,
      `<row r="12">${textCell('C12', 'mười hai')}</row>`,
      '<row r="1048576" s="1"></row>',
    ]
    const [sheet] = await read(withRows(rows.join('')))
    expect(sheet?.rows).toEqual([
      { row: 2, cells: [null, 'hai', null] },
      { row: 9, cells: [9, null, null] },
      { row: 12, cells: [null, null, 'mười hai'] },
    ])
  })
})

describe('sheets and cells', () => {
  it('every sheet is read in the workbook’s order with its downward merges', async () => {
    const merges = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="C2:C40"/></mergeCells>'
    const sheets = await read(
      workbookOf({
        'Thôn Đông': `<sheetData><row r="1">${textCell('A1', 'x')}</row></sheetData>${merges}`,
        'Thôn Tây': `<sheetData><row r="3">${textCell('A3', 'y')}</row></sheetData>`,
      }),
    )
    expect(sheets).toEqual([
      { name: 'Thôn Đông', rows: [{ row: 1, cells: ['x'] }], merges: [{ column: 2, from: 2, to: 40 }] },
      { name: 'Thôn Tây', rows: [{ row: 3, cells: ['y'] }], merges: [] },
    ])
  })

  it('an Excel error is an empty cell, a date is written as in Vietnam', async () => {
    const cells =
      '<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="d"><v>2026-03-12T00:00:00Z</v></c><c r="C1" t="b"><v>1</v></c>'
    const [sheet] = await read(withRows(`<row r="1">${cells}</row>`))
    expect(sheet?.rows).toEqual([{ row: 1, cells: [null, '12/03/2026', true] }])
  })

  it('the whole way from bytes to a check of ten thousand lines takes well under ten seconds', async () => {
    const head = ['STT', 'Họ và tên chủ hộ', 'Thôn'].map((text, i) => textCell(`${'ABC'[i]}1`, text)).join('')
    const line = (n: number) =>
      `<row r="${n}"><c r="A${n}"><v>${n}</v></c>${textCell(`B${n}`, `Vi Văn ${n}`)}${textCell(`C${n}`, 'T. Mai Tô')}</row>`
    const rows = Array.from({ length: 10_000 }, (_, i) => line(i + 2)).join('')
    const start = performance.now()
    const check = readRegister(await read(withRows(`<row r="1">${head}</row>${rows}`)), ['Mai Tô'])
    expect(check.ok && check.value.rows).toBe(10_000)
    expect(performance.now() - start).toBeLessThan(4000)
  })
})

describe('files that are refused', () => {
  it.each([
    ['an Excel 97 workbook', ole('Workbook'), 'old-excel'],
    ['a workbook with a password', ole('EncryptedPackage'), 'spreadsheet-encrypted'],
    ['a Word 97 document', ole('WordDocument'), 'not-a-spreadsheet'],
    ['a Word document', zipOf([{ name: 'word/document.xml', content: '<w/>' }]), 'not-a-spreadsheet'],
    ['a PDF', Buffer.from('%PDF-1.7\n1;2;3\n4;5;6\n'), 'not-a-spreadsheet'],
    ['a page called .xls', Buffer.from('<html><td>a;b</td>\n<td>c;d</td></html>'), 'not-a-spreadsheet'],
    ['a letter', Buffer.from('Kính gửi đồng chí,\nxin chào'), 'not-a-spreadsheet'],
    ['rubbish', Buffer.from([0, 1, 2, 255, 254, 59, 44, 10]), 'not-a-spreadsheet'],
    ['nothing', Buffer.alloc(0), 'not-a-spreadsheet'],
    ['half a workbook', messy.subarray(0, 50_000), 'spreadsheet-unreadable'],
    ['a sheet cut off', workbookOf({ S: '<sheetData><row r="1"><c r="A1"' }), 'spreadsheet-unreadable'],
    [
      'a workbook without its sheet list',
      zipOf([{ name: 'xl/workbook.xml', content: 'x' }]),
      'spreadsheet-unreadable',
    ],
    [
      'two parts of one name',
      zipOf([1, 2].map(n => ({ name: 'xl/workbook.xml', content: `${n}` }))),
      'spreadsheet-unreadable',
    ],
  ])('%s', async (_, bytes, error) => {
    expect(await errorOf(bytes)).toBe(error)
  })

  it('a damaged file never throws, whichever byte is wrong', async () => {
    for (let at = 3; at < messy.length; at += 2311) {
      const broken = Buffer.from(messy)
      broken[at] = (broken[at] ?? 0) ^ 0xff
      const result = await readSheets(broken)
      expect(typeof result.ok).toBe('boolean')
    }
  })
})

describe('files that are too much', () => {
  const bomb = Buffer.alloc(101_000_000, 32)

  it('a file above the limit is not looked into', async () => {
    expect(await errorOf(messy, { fileBytes: messy.length - 1 })).toBe('file-too-large')
    expect(await errorOf(messy, { fileBytes: messy.length })).toBeNull()
    expect(await errorOf(Buffer.alloc(10_000_001))).toBe('file-too-large')
  })

  it('a bomb is refused by what its directory says', async () => {
    expect(await errorOf(workbookOf({ S: '<sheetData/>' }, [{ name: 'xl/big.bin', content: bomb }]))).toBe(
      'spreadsheet-too-large',
    )
  })

  it('a bomb whose directory lies is refused without being unpacked', async () => {
    const lying = workbookOf({ S: '<sheetData/>' }, [{ name: 'xl/big.xml', content: bomb, declared: 1000 }])
    const before = process.memoryUsage().arrayBuffers
    expect(await errorOf(lying)).toBe('spreadsheet-too-large')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })

  it('one stray cell in the last corner does not make the parser fill the sheet', async () => {
    expect(await errorOf(withRows(`<row r="1048576">${textCell('XFD1048576', 'x')}</row>`))).toBe(
      'spreadsheet-too-large',
    )
    expect(await errorOf(withRows(`<row r="1048576">${textCell('A1048576', 'x')}</row>`))).toBeNull()
  })

  it.each(['999999999', '1e9', '&#49;000000000', '1048577'])(
    'a row numbered %s is not Excel’s',
    async row => {
      expect(await errorOf(withRows(`<row r="${row}">${textCell('A1', 'x')}</row>`))).toBe(
        'spreadsheet-unreadable',
      )
      expect(await errorOf(withRows(`<row x=">" y:r='${row}'>${textCell('A1', 'x')}</row>`))).toBe(
        'spreadsheet-unreadable',
      )
    },
  )

  it('more cells than any register has are refused', async () => {
    expect(await errorOf(messy, { cells: 5000 })).toBe('spreadsheet-too-large')
  })
})

describe('separated text', () => {
  const expected = [
    { row: 1, cells: ['STT', 'Họ và tên chủ hộ', 'Thôn'] },
    { row: 3, cells: ['1', 'Vi "Cả"\nAn', 'Mai Tô'] },
  ]

  it.each([';', ',', '\t'])('with %j is read with the lines Excel shows', async separator => {
    const lines = [['STT', 'Họ và tên chủ hộ', 'Thôn'], [], ['1', '"Vi ""Cả""\nAn"', 'Mai Tô']]
    const text = `${lines.map(cells => cells.join(separator)).join('\r\n')}\r\n`
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16(`\uFEFF${text}`)])
      expect(await read(bytes)).toEqual([{ name: 'CSV', rows: expected }])
  })

  it('a quote that never closes does not swallow the time', async () => {
    const start = performance.now()
    expect((await read(Buffer.from('a;"\n'.repeat(500_000))))[0]?.rows.length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
