import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Express } from 'express'
import { answerByCode } from '#app/services/ballots.server.ts'
import type { System } from '#app/services/context.server.ts'
import { findOpenDoor } from '#app/services/open-slots.server.ts'
import { ballotLane } from './ballot-lane.server.ts'
import type { Log } from './log.server.ts'
import { type Lane, pageLane, sameForAll } from './page-lane.server.ts'
import type { Pages, PagesOptions } from './pages.server.ts'
import { type HeaderOptions, headersOf } from './security.server.ts'

/** The short way for ballots: the deed that the page's action does, without the page. */
export const shortBallots = (system: System) =>
  ballotLane({ answer: (code, fields) => answerByCode(system, code, fields) })

interface ShortPageOptions extends PagesOptions, HeaderOptions {
  readonly system: System
}

/** The short way for the resident's form: from memory, rendered by Remix when it is not there yet. */
export function shortPages({ system, pages, getContext, ...security }: ShortPageOptions): Lane {
  return pageLane({
    findDoor: code => findOpenDoor(system, code),
    render: (path, cookies) => renderForm({ pages, getContext }, path, cookies),
    headers: { ...headersOf(security)(null), 'Cache-Control': 'no-store', Vary: 'Accept-Encoding, Cookie' },
  })
}

async function renderForm(
  { pages, getContext }: { readonly pages: Pages; readonly getContext: PagesOptions['getContext'] },
  path: string,
  cookies: string,
): Promise<string | null> {
  const request = new Request(new URL(path, 'http://localhost'), { headers: { Cookie: cookies } })
  const failures: unknown[] = []
  const noteFailure = (error: unknown) => void failures.push(error)
  const response = await pages(request, { ...getContext(), nonce: '', requestId: 'lane', noteFailure })
  if (failures.length > 0 || response.status !== 200 || !response.headers.has(sameForAll)) return null
  return response.text()
}

/** The lane first, then everything else. A lane that fails says so in the log and leaves the request to the pages. */
export function laneFirst(lane: Lane, app: Express, log: Log): RequestListener {
  return (req: IncomingMessage, res: ServerResponse) => {
    if (!req.url?.startsWith('/p/')) return app(req, res)
    lane(req, res).then(
      taken => {
        if (taken) log.info({ event: 'request', method: req.method, path: '/p/…', status: res.statusCode })
        else app(req, res)
      },
      (error: unknown) => {
        log.error({ event: 'lane', failure: error instanceof Error ? error.name : typeof error })
        if (!res.headersSent) app(req, res)
      },
    )
  }
}
