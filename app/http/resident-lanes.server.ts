import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Express } from 'express'
import { answerByCode } from '#app/services/ballots.server.ts'
import type { System } from '#app/services/context.server.ts'
import { frozenTags } from '#app/services/languages-frozen.server.ts'
import { findOpenDoor } from '#app/services/open-slots.server.ts'
import { ballotLane } from './ballot-lane.server.ts'
import { noIndex } from './indexing.server.ts'
import { type Log, loggedFailure } from './log.server.ts'
import { type Lane, pageLane, sameForAll } from './page-lane.server.ts'
import type { Pages, PagesOptions } from './pages.server.ts'
import { type HeaderOptions, headersOf, isOurs } from './security.server.ts'

interface ShortBallotOptions extends HeaderOptions {
  readonly system: System
  /** Origins from which forms are accepted. */
  readonly trusted: readonly string[]
}

/** The short way for ballots: the deed that the page's action does, without the page. */
export const shortBallots = ({ system, trusted, ...security }: ShortBallotOptions): Lane =>
  ballotLane({
    answer: (code, fields) => answerByCode(system, code, fields),
    isOurs: req => isOurs(req, trusted),
    headers: { ...headersOf(security)(null), ...noIndex, 'Cache-Control': 'no-store' },
  })

interface ShortPageOptions extends PagesOptions, HeaderOptions {
  readonly system: System
}

/** The short way for the resident's form: from memory, rendered by Remix when it is not there yet. */
export function shortPages({ system, pages, getContext, ...security }: ShortPageOptions): Lane {
  return pageLane({
    findDoor: async code => {
      const door = await findOpenDoor(system, code)
      return door && { ...door, languages: await frozenTags(system, door.campaignId) }
    },
    render: (path, cookies) => renderForm({ pages, getContext }, path, cookies),
    headers: {
      ...headersOf(security)(null),
      ...noIndex,
      'Cache-Control': 'no-store',
      Vary: 'Accept-Encoding, Cookie',
    },
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

/** Lanes first, in order, then everything else. A lane that fails says so in the log and leaves the request to the pages. */
export function lanesFirst(lanes: readonly Lane[], app: Express, log: Log): RequestListener {
  const slowly = async (
    req: IncomingMessage,
    res: ServerResponse,
    first: Promise<boolean>,
  ): Promise<void> => {
    const taken = await first.catch((error: unknown) => {
      log.error({ event: 'lane', ...loggedFailure(error) })
      return res.headersSent
    })
    if (taken) noteTaken(log, req, res)
    else app(req, res)
  }
  return (req, res) => {
    if (!req.url?.startsWith('/p/')) return app(req, res)
    for (const lane of lanes) {
      const taken = lane(req, res)
      if (taken === true) return noteTaken(log, req, res)
      if (taken !== false) return void slowly(req, res, taken)
    }
    app(req, res)
  }
}

function noteTaken(log: Log, req: IncomingMessage, res: ServerResponse): void {
  log.info({ event: 'request', method: req.method, path: '/p/…', status: res.statusCode })
}
