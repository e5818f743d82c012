import type { IncomingMessage } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import { sendTrouble } from './marks.server.ts'

const FORM_BYTES = 64 * 1024
const REGISTER_BYTES = 12 * 1024 * 1024

/** How long a client that was told "too large" may go on sending before the line is cut: it reads the answer after. */
const DISCARD_MS = 10_000

/** Fifty ballots of a device, each with the longest reasons on every line. */
const BATCH_BYTES = 2 * 1024 * 1024

/** The most bytes a post to this path may have: household lists, outboxes, papers of a dossier and signed minutes are files, all else is a form. */
export function bodyLimit(path: string): number {
  if (/^\/dot\/[^/]+\/may\/gui\/?$/.test(path)) return BATCH_BYTES
  return /^\/(dot\/[^/]+\/(danh-sach|thu\/nhap|bien-ban\/[^/]+\/ky)|ho\/[^/]+\/nhap|ngon-ngu\/[^/]+|ho-so\/[^/]+\/giay\/[^/]+(\/[^/]+)?|quan-tri\/dia-ban\/nhap)(\.data)?\/?$/.test(
    path,
  )
    ? REGISTER_BYTES
    : FORM_BYTES
}

/** The body that `readBody` took in; empty for a request without one. */
export function bodyOf(res: Response): Buffer {
  const body: unknown = res.locals.body
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

/** Bodies that a lane read before it left the request to the pages. */
const kept = new WeakMap<IncomingMessage, Buffer>()

/** Gives a body that was read already back to `readBody`. */
export function keepBody(req: IncomingMessage, body: Buffer): void {
  kept.set(req, body)
}

/** The whole body of a post whose length was said and judged before; null when its sender went away. */
export function takeBody(req: IncomingMessage): Promise<Buffer | null> {
  return new Promise(resolve => {
    const chunks: Buffer[] = []
    req.on('data', chunk => chunks.push(chunk))
    req.on('end', () => resolve(Buffer.concat(chunks)))
    req.on('close', () => resolve(null))
    req.on('error', () => resolve(null))
  })
}

/**
 * Takes a post's body in, up to the limit of its path, counting what really comes. Pages are only
 * asked once the whole of it is here, so a slow sender holds nothing but its own connection.
 */
export const readBody: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST') return next()
  const early = kept.get(req)
  if (early !== undefined) {
    res.locals.body = early
    return next()
  }
  const limit = bodyLimit(req.path)
  if (Number(req.headers['content-length'] ?? 0) > limit) return refuse(req, res)
  const chunks: Buffer[] = []
  let bytes = 0
  const take = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= limit) return void chunks.push(chunk)
    req.off('data', take).off('end', finish)
    refuse(req, res)
  }
  const finish = () => {
    res.locals.body = Buffer.concat(chunks)
    next()
  }
  req.on('data', take).on('end', finish)
  req.on('error', () => {})
}

/** Answers at once and throws away what still comes: a browser that is cut off shows its own error instead. */
function refuse(req: Request, res: Response): void {
  res.set('Connection', 'close')
  sendTrouble(res, 413)
  const cut = setTimeout(() => req.destroy(), DISCARD_MS)
  req.on('close', () => clearTimeout(cut))
  req.resume()
}
