import type { Request as ExpressRequest, Response as ExpressResponse, NextFunction } from 'express'
import { bodyOf } from './limits.server.ts'
import { marksOf } from './marks.server.ts'
import { pour } from './pour.server.ts'
import { readable } from './refusal.server.ts'

/** What every loader and action finds in its `context`, beside what the start adds. */
export interface PageContext {
  readonly [name: string]: unknown
  readonly nonce: string
  readonly requestId: string
  /** Tells the request's log line of a bug; the reader never sees it. */
  readonly noteFailure: (error: unknown) => void
}

/** Remix's handler: a web request in, a web response out. */
export type Pages = (request: Request, context: PageContext) => Promise<Response>

export interface PagesOptions {
  readonly pages: Pages
  readonly getContext: () => Readonly<Record<string, unknown>>
}

/**
 * Lets Remix answer. Ours instead of @remix-run/express, because that hands the open stream to the
 * action, and a body that turns out too large could then no longer be refused with a page.
 */
export function servePages({ pages, getContext }: PagesOptions) {
  return async (req: ExpressRequest, res: ExpressResponse, next: NextFunction): Promise<void> => {
    const marks = marksOf(res)
    try {
      const request = toWebRequest(req, res)
      const response = await pages(request, {
        ...getContext(),
        nonce: marks.nonce,
        requestId: marks.requestId,
        noteFailure: error => {
          marks.failure = error
        },
      })
      await send(res, readable(request, response))
    } catch (error) {
      next(error)
    }
  }
}

function toWebRequest(req: ExpressRequest, res: ExpressResponse): Request {
  const gone = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const hasBody = req.method === 'POST'
  return new Request(new URL(req.originalUrl, `${req.protocol}://${req.headers.host}`), {
    method: req.method,
    headers: toHeaders(req),
    signal: gone.signal,
    ...(hasBody ? { body: new Uint8Array(bodyOf(res)) } : {}),
  })
}

/** Without Origin: it was judged before, by a list that Remix's own check does not know. */
function toHeaders(req: ExpressRequest): Headers {
  const headers = new Headers()
  const { origin: _judged, ...rest } = req.headers
  for (const [name, value] of Object.entries(rest)) {
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  return headers
}

async function send(res: ExpressResponse, response: Response): Promise<void> {
  res.status(response.status)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) res.setHeader('Set-Cookie', cookies)
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') res.setHeader(name, value)
  }
  if (response.body === null) return void res.end()
  if (res.req.method === 'HEAD') {
    res.end()
    return response.body.cancel()
  }
  await pour(response.body, res)
}
