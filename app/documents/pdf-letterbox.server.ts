import type { Day } from '#app/basics/day.ts'
import { issuerOf } from '#app/dossier/letterhead.ts'
import { demonstrationNotice } from '#app/dossier/paper.ts'
import type { Pages } from './pdf.server.ts'

export type LetterboxNotice = {
  readonly name: string
  readonly communeName: string
  readonly link: string
  readonly madeOn: Day
  readonly demonstration: boolean
}

/** The letterbox's notice for a wall: what it is for, what it is not, and its QR code with the address in letters. */
export const letterboxPages = ({
  name,
  communeName,
  link,
  madeOn,
  demonstration,
}: LetterboxNotice): Pages => ({
  ...{ title: `Thùng thư góp ý ${communeName}`, madeOn, size: 'A4', margins: [56, 56, 56, 56] },
  fontSize: 16,
  numbered: false,
  notice: demonstration ? demonstrationNotice : null,
  codes: { letterbox: link },
  content: [
    {
      alignment: 'center',
      stack: [
        { text: issuerOf(communeName).toLocaleUpperCase('vi'), fontSize: 14, bold: true },
        { text: 'THÙNG THƯ GÓP Ý', fontSize: 38, bold: true, margin: [0, 24, 0, 4] },
        { text: name, fontSize: 16, margin: [0, 0, 0, 20] },
        { text: 'Không có mã của hộ? Ai cũng có thể góp ý ở đây.', fontSize: 20, bold: true },
        { image: 'letterbox', width: 250, margin: [0, 16, 0, 8] },
        { text: 'Quét mã bằng máy ảnh của điện thoại, hoặc gõ địa chỉ:', fontSize: 14 },
        { text: link, fontSize: 13, bold: true, margin: [0, 2, 0, 20] },
      ],
    },
    {
      ul: [
        'Không phải ghi tên, số điện thoại.',
        'Thư góp ý không phải phiếu lấy ý kiến và không tính vào tỷ lệ hài lòng nào.',
        'Hộ đã nhận mã thì trả lời phiếu bằng mã của hộ.',
      ],
    },
  ],
})
