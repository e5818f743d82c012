import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A finished page with every form in which it may be sent. */
export interface KeptPage {
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
  /** Weak: the three forms say the same. */
  readonly etag: string
}

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** Packs a page once, as small as it gets: it is sent many thousand times. */
export async function keepPage(html: string): Promise<KeptPage> {
  const plain = Buffer.from(html)
  const [small, smaller] = await Promise.all([
    gzipped(plain, { level: 9 }),
    brotlied(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  ])
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  return { plain, gzip: small, brotli: smaller, etag: `W/"${hash}"` }
}

type Headers = Readonly<Record<string, string>>

/** Sends a kept page in the smallest form that the browser reads; 304 where it has this one already. */
export function sendKept(req: IncomingMessage, res: ServerResponse, page: KeptPage, headers: Headers): void {
  if (req.headers['if-none-match'] === page.etag) {
    res.writeHead(304, { ...headers, ETag: page.etag })
    return void res.end()
  }
  const { body, encoding } = formOf(req, page)
  res.writeHead(200, {
    ...headers,
    ...encoding,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    ETag: page.etag,
  })
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** Browsers that read brotli say so over https alone; gzip is read by all of them. */
function formOf(req: IncomingMessage, page: KeptPage): { readonly body: Buffer; readonly encoding: Headers } {
  const accepted = String(req.headers['accept-encoding'] ?? '')
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted))
    return { body: page.brotli, encoding: { 'Content-Encoding': 'br' } }
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted))
    return { body: page.gzip, encoding: { 'Content-Encoding': 'gzip' } }
  return { body: page.plain, encoding: {} }
}
