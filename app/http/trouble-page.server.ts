import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Language, Text } from '#app/basics/language.ts'

/** The statuses answered before any page of the product is reached. */
export type TroubleStatus = 400 | 403 | 404 | 405 | 408 | 411 | 413 | 414 | 431 | 500 | 503

interface Words {
  readonly title: Text
  readonly advice: Text
}

const words: { readonly [status in TroubleStatus]: Words } = {
  400: {
    title: { vi: 'Địa chỉ hoặc yêu cầu không đúng', en: 'The address or request is not valid' },
    advice: {
      vi: 'Hãy kiểm tra lại đường dẫn, hoặc mở lại từ trang đầu.',
      en: 'Check the link, or start again from the first page.',
    },
  },
  403: {
    title: { vi: 'Yêu cầu đến từ một trang khác', en: 'The request came from another site' },
    advice: {
      vi: 'Để bảo vệ phiếu của bạn, chúng tôi chỉ nhận biểu mẫu gửi từ chính trang này. Hãy mở trang này rồi gửi lại.',
      en: 'To protect your ballot we accept forms only from this site itself. Open this site and send again.',
    },
  },
  404: {
    title: { vi: 'Không có trang này', en: 'There is no such page' },
    advice: { vi: 'Hãy kiểm tra lại đường dẫn.', en: 'Check the link.' },
  },
  405: {
    title: { vi: 'Cách gửi này không dùng được ở đây', en: 'This method is not used here' },
    advice: { vi: 'Hãy mở lại từ trang đầu.', en: 'Start again from the first page.' },
  },
  408: {
    title: { vi: 'Gửi quá lâu', en: 'Sending took too long' },
    advice: { vi: 'Kết nối quá chậm. Hãy gửi lại.', en: 'The connection is too slow. Send again.' },
  },
  411: {
    title: { vi: 'Thiếu độ dài nội dung', en: 'The length is missing' },
    advice: { vi: 'Hãy gửi lại từ trình duyệt.', en: 'Send again from a browser.' },
  },
  413: {
    title: { vi: 'Nội dung gửi lên quá lớn', en: 'What was sent is too large' },
    advice: {
      vi: 'Tệp danh sách hộ không quá 12 MB; phiếu và biểu mẫu không quá 64 KB. Chưa có gì được ghi.',
      en: 'A household list may have 12 MB at most; ballots and forms 64 KB. Nothing was saved.',
    },
  },
  414: {
    title: { vi: 'Đường dẫn quá dài', en: 'The address is too long' },
    advice: { vi: 'Hãy kiểm tra lại đường dẫn.', en: 'Check the link.' },
  },
  431: {
    title: { vi: 'Yêu cầu quá lớn', en: 'The request headers are too large' },
    advice: {
      vi: 'Hãy xóa cookie của trang này rồi mở lại.',
      en: 'Clear the cookies of this site and open it again.',
    },
  },
  500: {
    title: { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong here' },
    advice: {
      vi: 'Lỗi đã được ghi lại. Hãy thử lại sau ít phút; phiếu đã có mã biên nhận thì vẫn còn nguyên.',
      en: 'The error was noted. Try again in a few minutes; a ballot that has its receipt code is safe.',
    },
  },
  503: {
    title: { vi: 'Hệ thống tạm thời chưa trả lời được', en: 'The system cannot answer at the moment' },
    advice: { vi: 'Hãy thử lại sau ít phút.', en: 'Try again in a few minutes.' },
  },
}

const style =
  'body{margin:0;background:#fffdf9;color:#1c1917;font:1.125rem/1.6 system-ui,sans-serif}' +
  'main{max-width:36rem;margin:0 auto;padding:2rem 1.25rem;border-top:.5rem solid #9f1d20}' +
  'h1{font-size:1.6rem;line-height:1.3}a{color:#9f1d20}small{color:#57534e}'

/** The policy these pages are sent with: nothing but their own style. */
export const troublePagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'`

const start: Text = { vi: 'Về trang đầu', en: 'To the first page' }
const reference: Text = { vi: 'Mã yêu cầu', en: 'Request' }

/** A whole page that needs nothing else: its texts are ours and go in as they are. `small` stands at its foot. */
export function plainPage(options: {
  readonly language: Language
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly small: string
}): string {
  const { language, title, paragraphs, small } = options
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Lòng Dân</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${paragraphs.join('')}
<p><a href="/">${start[language]}</a></p><p><small>${small}</small></p></main></body></html>
`
}

/** The page for trouble met before the product's own pages, in both languages. */
export function troublePage(options: {
  readonly status: TroubleStatus
  readonly language: Language
  readonly requestId: string
}): string {
  const { status, language, requestId } = options
  const { title, advice } = words[status]
  const other = language === 'vi' ? 'en' : 'vi'
  return plainPage({
    language,
    title: title[language],
    paragraphs: [`<p>${advice[language]}</p>`, `<p lang="${other}">${title[other]}. ${advice[other]}</p>`],
    small: `${status} · ${reference[language]} ${requestId}`,
  })
}

/** The reader's language: the cookie `lang`, else the first of ours in Accept-Language, else Vietnamese. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const cookie = /(?:^|;\s*)lang=(vi|en)(?:;|$)/.exec(headers.cookie ?? '')?.[1]
  if (cookie !== undefined) return cookie === 'en' ? 'en' : 'vi'
  const asked = /(?:^|,)\s*(vi|en)\b/i.exec(headers['accept-language'] ?? '')?.[1]
  return asked?.toLowerCase() === 'en' ? 'en' : 'vi'
}
