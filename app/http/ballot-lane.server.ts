import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BallotFields } from '#app/ballot/ballot-form.ts'
import type { Posted } from '#app/services/ballots.server.ts'
import { keepBody, takeBody } from './limits.server.ts'
import type { Lane } from './page-lane.server.ts'

export interface BallotLaneOptions {
  /** The same deed that the page's own action does. */
  readonly answer: (code: string, fields: BallotFields) => Promise<Posted>
  /** Whether a post may have come from our own page. */
  readonly isOurs: (req: IncomingMessage) => boolean
  readonly headers: Readonly<Record<string, string>>
}

/** Where a household goes whose ballot was taken: to its receipt, or back to its page when an earlier ballot stands. */
export const answeredAt = (code: string, { acknowledged }: Extract<Posted, { kind: 'recorded' }>): string => {
  const here = `/p/${encodeURIComponent(code)}`
  return acknowledged.outcome === 'stands' ? here : `${here}/bien-nhan`
}

/**
 * Takes a household's ballot without Remix. What was not taken (a line to mend, a round that is closed) goes on to the
 * page's own action: it tries the same again, with the same outcome, and has the words for it.
 */
export function ballotLane({ answer, isOurs, headers }: BallotLaneOptions): Lane {
  const take = async (req: IncomingMessage, res: ServerResponse, code: string): Promise<boolean> => {
    const body = await takeBody(req)
    if (body === null) return true
    const posted = await answer(code, new URLSearchParams(body.toString()))
    if (posted.kind === 'recorded') {
      res.writeHead(303, { ...headers, Location: answeredAt(code, posted), 'Content-Length': 0 }).end()
      return true
    }
    keepBody(req, body)
    return false
  }
  return (req, res) => {
    const code = codeOf(req)
    return code !== null && isOurs(req) ? take(req, res, code) : false
  }
}

/** The code that a form of known length is posted to, small enough for every ballot; anything else is Express's. */
function codeOf({ method, url = '', headers }: IncomingMessage): string | null {
  if (method !== 'POST' || !/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? ''))
    return null
  if (!(Number(headers['content-length']) <= BALLOT_BYTES)) return null
  return /^\/p\/([0-9A-Za-z-]{10,16})$/.exec(url)?.[1] ?? null
}

const BALLOT_BYTES = 64 * 1024
