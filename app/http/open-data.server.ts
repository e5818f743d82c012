import { createHash } from 'node:crypto'
import type { PaperFile } from '#app/services/papers.server.ts'
import { attachmentOf } from './paper.server.ts'

/** How long a copy is good without asking again. Seconds. */
const freshFor = 300

/**
 * A file of open data: kept by whoever asks, asked for again by its tag, and readable from pages of other sites. The same
 * bytes have the same tag.
 */
export const sendOpenData = (request: Request, { name, type, bytes }: PaperFile): Response => {
  const tag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const headers = {
    ETag: tag,
    'Cache-Control': `public, max-age=${freshFor}`,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
  const known = (request.headers.get('If-None-Match') ?? '').split(/\s*,\s*/)
  if (known.includes(tag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      'Content-Type': type,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': attachmentOf(name),
    },
  })
}
