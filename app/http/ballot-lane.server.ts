import type { RequestHandler } from 'express'
import type { BallotFields } from '#app/ballot/ballot-form.ts'
import type { Posted } from '#app/services/ballots.server.ts'
import { bodyOf } from './limits.server.ts'

export interface BallotLaneOptions {
  /** The same deed that the page's own action does. */
  readonly answer: (code: string, fields: BallotFields) => Promise<Posted>
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
export function ballotLane({ answer }: BallotLaneOptions): RequestHandler {
  return async (req, res, next) => {
    const code = req.method === 'POST' ? /^\/p\/([0-9A-Za-z-]{10,16})$/.exec(req.url)?.[1] : undefined
    if (code === undefined || !req.is('application/x-www-form-urlencoded')) return next()
    try {
      const posted = await answer(code, new URLSearchParams(bodyOf(res).toString()))
      if (posted.kind !== 'recorded') return next()
      res.writeHead(303, { Location: answeredAt(code, posted), 'Cache-Control': 'no-store' }).end()
    } catch (error) {
      next(error)
    }
  }
}
