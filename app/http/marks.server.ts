import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Language } from '#app/basics/language.ts'
import { type Log, loggedFailure, loggedPath } from './log.server.ts'
import { languageOf, type TroubleStatus, troublePage, troublePagePolicy } from './trouble-page.server.ts'

/** What every request carries from its first moment to its log line. */
export interface Marks {
  readonly requestId: string
  /** Allows the scripts of this one answer in its content security policy. */
  readonly nonce: string
  readonly language: Language
  /** The bug this request ran into, for the log. */
  failure?: unknown
}

/** The marks of a request under way. */
export function marksOf(res: Response): Marks {
  return res.locals.marks as Marks
}

/** Gives each request its marks, and a log line when its answer is a failure. */
export function markRequests(log: Log): RequestHandler {
  return (req, res, next) => {
    const marks: Marks = {
      requestId: randomBytes(6).toString('hex'),
      nonce: randomBytes(16).toString('base64'),
      language: languageOf(req.headers),
    }
    res.locals.marks = marks
    const started = performance.now()
    res.on('close', () => logOutcome(log, { req, res, marks, milliseconds: performance.now() - started }))
    next()
  }
}

interface Outcome {
  readonly req: Request
  readonly res: Response
  readonly marks: Marks
  readonly milliseconds: number
}

function logOutcome(log: Log, { req, res, marks, milliseconds }: Outcome): void {
  const { statusCode } = res
  const entry = {
    event: 'request',
    id: marks.requestId,
    method: req.method,
    path: loggedPath(req.originalUrl),
    status: statusCode,
    ms: Math.round(milliseconds),
    ...(marks.failure === undefined ? {} : loggedFailure(marks.failure)),
  }
  log[severity(statusCode, marks)](entry)
}

function severity(status: number, { failure }: Marks): keyof Log {
  if (status >= 500 || failure !== undefined) return 'error'
  return status >= 400 ? 'warn' : 'info'
}

/** Answers with the plain page of a status, in the reader's language. */
export function sendTrouble(res: Response, status: TroubleStatus): void {
  if (res.headersSent) {
    res.destroy()
    return
  }
  const { requestId, language } = marksOf(res)
  const page = troublePage({ status, language, requestId })
  res.status(status)
  res.set({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': troublePagePolicy,
    'Content-Length': String(Buffer.byteLength(page)),
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language, Cookie',
  })
  res.end(page)
}
