import { inflateSync } from 'node:zlib'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import type { Day } from '#app/basics/day.ts'
import { type Pages, renderPdf } from '#app/documents/pdf.server.ts'
import { codeSlipPages } from '#app/documents/pdf-code-slips.server.ts'
import { invitationPages } from '#app/documents/pdf-invitations.server.ts'
import { qrPicture } from '#app/documents/pdf-qr.server.mjs'
import { tablePages } from '#app/documents/pdf-table.server.ts'
import { slipsPerPage } from '#app/dossier/code-slips.ts'
import { buildInvitations } from '#app/dossier/invitation.ts'
import { buildIssueList } from '#app/dossier/issue-list.ts'

const day = '2026-10-20' as Day

const place = {
  campaignName: 'Lấy ý kiến sự hài lòng của người dân về kết quả xây dựng nông thôn mới xã Sơn Lộc năm 2026',
  communeName: 'Xã Sơn Lộc',
  villageName: 'Đồi Chè',
  endsOn: day,
  site: 'longdan.example.vn/p',
  siteLink: 'https://longdan.example.vn/p',
  notice: null,
}

const slipsOf = (count: number, name = 'Nguyễn Thị Hòa') =>
  Array.from({ length: count }, (_, i) => ({
    number: String(i + 1),
    name,
    code: `7K3PM-X9Q${String(i).padStart(2, '2')}`,
    link: `https://longdan.example.vn/p/7K3PMX9Q${i}`,
  }))

/** Pages are told apart in the file's own plain text. */
const pageCount = (bytes: Buffer): number =>
  bytes.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

const blank: Pages = {
  ...{ title: 'Thử', madeOn: day, size: 'A4', margins: [20, 20, 20, 20], fontSize: 12 },
  ...{ numbered: false, notice: null, codes: {}, content: ['Ưởng, Ử, ỡ, đ'] },
}

describe('a PDF paper', () => {
  it('is the same bytes for the same pages of the same day, and others for another day', async () => {
    const first = await renderPdf(blank)
    expect(first.subarray(0, 5).toString()).toBe('%PDF-')
    expect(await renderPdf(blank)).toEqual(first)
    expect(await renderPdf({ ...blank, madeOn: '2026-10-21' as Day })).not.toEqual(first)
  })

  it('that cannot be drawn is an error, and the next one is drawn all the same', async () => {
    const broken = { ...blank, content: [{ image: 'qr-of-nobody' }] }
    const [failed, drawn] = await Promise.allSettled([renderPdf(broken), renderPdf(blank)])
    expect(failed).toMatchObject({ status: 'rejected' })
    expect(drawn.status).toBe('fulfilled')
  })

  it('reads no file of the machine', async () => {
    const spying = { ...blank, content: [{ image: '/etc/hostname' }] }
    await expect(renderPdf(spying)).rejects.toThrow()
  })

  it('leaves the server free to answer while it is drawn', async () => {
    const drawing = renderPdf(codeSlipPages({ ...place, perPage: 8, slips: slipsOf(120) }, day))
    let turns = 0
    const turning = setInterval(() => (turns += 1), 5)
    await drawing
    clearInterval(turning)
    expect(turns).toBeGreaterThan(5)
  })
})

describe('slips with codes', () => {
  it.each(slipsPerPage)('fill an A4 page %i at a time, however long the names are', async perPage => {
    const long = {
      ...place,
      campaignName: place.campaignName.repeat(3),
      villageName: 'Tổ dân phố số 12 Nguyễn Thị Minh Khai',
      notice: 'DỮ LIỆU MINH HỌA – KHÔNG PHẢI KẾT QUẢ THẬT',
    }
    const slips = slipsOf(25, 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên Khánh Huyền')
    const bytes = await renderPdf(codeSlipPages({ ...long, perPage, slips }, day))
    expect(pageCount(bytes)).toBe(Math.ceil(25 / perPage))
  })

  it('show the QR code that a phone reads: each module as dots, a white margin around', () => {
    const link = 'https://longdan.example.vn/p/7K3PMX9QRT'
    const png = Buffer.from(qrPicture(link).split(',')[1] ?? '', 'base64')
    const { size, data } = create(link, { errorCorrectionLevel: 'M' }).modules
    const side = (size + 8) * 8
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side])
    const from = png.indexOf('IDAT') + 4
    const bits = inflateSync(png.subarray(from, from + png.readUInt32BE(from - 8)))
    const isDark = (row: number, column: number) => {
      const [x, y] = [(column + 4) * 8 + 3, (row + 4) * 8 + 3]
      return ((bits[y * (1 + side / 8) + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0
    }
    const seen = Array.from({ length: size * size }, (_, at) => isDark(Math.floor(at / size), at % size))
    expect(seen).toEqual([...data].map(Boolean))
    expect([-4, -1, size, size + 3].some(edge => isDark(edge, 3) || isDark(3, edge))).toBe(false)
  })
})

describe('letters and lists', () => {
  it.each(['A4', 'A5'] as const)('one letter takes one %s page', async size => {
    const slips = slipsOf(3, 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên')
    const letters = buildInvitations({ ...place, title: 'commune-advanced', madeOn: day, slips })
    const bytes = await renderPdf(
      invitationPages(letters, { title: 'Thư ngỏ', size, madeOn: day, notice: 'DỮ LIỆU MINH HỌA' }),
    )
    expect(pageCount(bytes)).toBe(3)
  })

  it('a list of handing out goes over as many pages as its households need', async () => {
    const lines = slipsOf(70).map(({ number, name }) => ({ number, name, issuedOn: null }))
    const bytes = await renderPdf(
      tablePages(buildIssueList({ ...place, madeOn: day, demonstration: true, lines })),
    )
    expect(pageCount(bytes)).toBe(3)
  })
})
