import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Headers = Readonly<Record<string, string>>

/** One form of a page with its headers, ready to go out. */
interface Form {
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: Buffer
}

/** A finished page in every form in which it may be sent. */
export interface KeptPage {
  readonly plain: Form
  readonly gzip: Form
  readonly brotli: Form
  /** Weak: the three forms say the same. */
  readonly etag: string
}

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Packs a page once, as small as it gets: it is sent many thousand times, with these headers. */
export async function keepPage(html: string, headers: Headers): Promise<KeptPage> {
  const plain = Buffer.from(html)
  const [small, smaller] = await Promise.all([
    gzipped(plain, { level: 9 }),
    brotlied(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  ])
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  const etag = `W/"${hash}"`
  const form = (body: Buffer, encoding: Headers): Form => ({
    headers: {
      ...headers,
      ...encoding,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
      ETag: etag,
    },
    body,
  })
  return {
    plain: form(plain, {}),
    gzip: form(small, { 'Content-Encoding': 'gzip' }),
    brotli: form(smaller, { 'Content-Encoding': 'br' }),
    etag,
  }
}

/** Sends a kept page in the smallest form that the browser reads; 304 where it has this one already. */
export function sendKept(req: IncomingMessage, res: ServerResponse, page: KeptPage): void {
  if (req.headers['if-none-match'] === page.etag) {
    const { 'Content-Length': _, 'Content-Encoding': __, ...headers } = page.plain.headers
    res.writeHead(304, headers)
    return void res.end()
  }
  const { headers, body } = formOf(req, page)
  res.writeHead(200, headers)
  res.end(req.method === 'HEAD' ? undefined : body)
}

const forms = {
  br: /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/,
  gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/,
} as const

/** Browsers that read brotli say so over https alone; gzip is read by all of them. */
function formOf(req: IncomingMessage, page: KeptPage): Form {
  const accepted = req.headers['accept-encoding']
  if (typeof accepted !== 'string') return page.plain
  if (forms.br.test(accepted)) return page.brotli
  return forms.gzip.test(accepted) ? page.gzip : page.plain
}
