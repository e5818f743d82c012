import { expect, test } from 'vitest'
import { checkFile, mostBytes, shownFileName } from '#app/dossier/uploaded-file.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const pdf = bytes('%PDF-1.7\n')
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
const jpg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])
const zip = bytes('PK\u0003\u0004')

const check = (name: string, content: Uint8Array, entries: readonly string[] | null = null) => {
  const checked = checkFile({ name, bytes: content, entries })
  return checked.ok ? checked.value : checked.error
}

test('a file is what its first bytes say, and its name must say the same', () => {
  expect([check('a.PDF', pdf), check('a.png', png), check('a.jpeg', jpg), check('b.jpg', jpg)]).toEqual([
    'pdf',
    'png',
    'jpg',
    'jpg',
  ])
  expect([check('a.pdf', png), check('a.docx', pdf), check('a', pdf)]).toEqual(
    Array.from({ length: 3 }, () => 'dossier-file-differs'),
  )
  expect([check('a.pdf', bytes('<html>')), check('a.exe', bytes('MZ'))]).toEqual([
    'dossier-file-kind',
    'dossier-file-kind',
  ])
})

test('a zip is a Word file or a workbook only by what it lists, and with macros neither', () => {
  const types = '[Content_Types].xml'
  expect(check('a.docx', zip, [types, 'word/document.xml'])).toBe('docx')
  expect(check('a.xlsx', zip, [types, 'xl/workbook.xml'])).toBe('xlsx')
  expect(check('a.xlsx', zip, [types, 'word/document.xml'])).toBe('dossier-file-differs')
  expect(check('a.docx', zip, ['word/document.xml'])).toBe('dossier-file-kind')
  expect(check('a.docx', zip, [types, 'word/document.xml', 'word/vbaProject.bin'])).toBe('dossier-file-kind')
  expect(check('a.docx', zip, [])).toBe('dossier-file-kind')
})

test('nothing and more than 10 MB are refused', () => {
  expect(check('a.pdf', new Uint8Array())).toBe('dossier-file-empty')
  const large = new Uint8Array(mostBytes + 1)
  large.set(pdf)
  expect(check('a.pdf', large)).toBe('dossier-file-large')
  expect(check('a.pdf', large.subarray(0, mostBytes))).toBe('pdf')
})

test('a name is shown without folders and signs, and ends as its kind does', () => {
  expect(shownFileName('C:\\Hồ sơ\\Tờ trình số 5.PDF', 'pdf')).toBe('Tờ trình số 5.pdf')
  expect(shownFileName('../../etc/<b>pass\r\nwd', 'png')).toBe('_b_pass__wd.png')
  expect(shownFileName('ảnh.jpeg', 'jpg')).toBe('ảnh.jpg')
  expect(shownFileName('...', 'jpg')).toBe('tep.jpg')
  expect([...shownFileName('ổ'.repeat(300), 'pdf')]).toHaveLength(104)
})
