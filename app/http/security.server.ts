import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { marksOf, sendTrouble } from './marks.server.ts'

/** Characters; more than any address of ours has, Remix's own list of routes included. */
export const LONGEST_URL = 8000

const METHODS = ['GET', 'HEAD', 'POST']

/** What a page may load and where it may be shown; scripts only from us or with this answer's nonce. */
function contentPolicy(nonce: string | null, styles: readonly string[]): string {
  return [
    `default-src 'self'`,
    nonce === null ? `script-src 'self'` : `script-src 'self' 'nonce-${nonce}'`,
    ['style-src', `'self'`, ...styles].join(' '),
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
  ].join('; ')
}

export interface HeaderOptions {
  /** Off while developing: the development server injects styles and scripts of its own. */
  readonly contentPolicy: boolean
  /** Stylesheets that stand inside pages: let in by their hash, so that no other can. */
  readonly inlineStyles: readonly string[]
  /** Residents reach us over https: browsers are told to stay there. */
  readonly https: boolean
}

/**
 * The headers every answer carries. The referrer policy must let the origin through: with `no-referrer`
 * Chromium sends `Origin: null` and every form would be refused.
 */
export function securityHeaders(options: HeaderOptions): RequestHandler {
  const headers = headersOf(options)
  return (_req, res, next) => {
    res.set(headers(marksOf(res).nonce))
    next()
  }
}

/** The same headers by nonce; null where nothing of the answer's own may run. */
export function headersOf(
  options: HeaderOptions,
): (nonce: string | null) => Readonly<Record<string, string>> {
  const styles = options.inlineStyles.map(
    css => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  )
  return nonce => ({
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'private, no-cache',
    ...(options.contentPolicy ? { 'Content-Security-Policy': contentPolicy(nonce, styles) } : {}),
    ...(options.https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  })
}

/** Turns away what no page of ours could answer: other methods, and addresses that cannot be read. */
export const guardAddress: RequestHandler = (req, res, next) => {
  if (!METHODS.includes(req.method)) {
    res.set('Allow', METHODS.join(', '))
    return sendTrouble(res, 405)
  }
  if (req.originalUrl.length > LONGEST_URL) return sendTrouble(res, 414)
  if (!isReadable(req.originalUrl) || !isHost(req.headers.host)) return sendTrouble(res, 400)
  next()
}

/** A path from the root, whose percent signs spell valid UTF-8 and no NUL. */
function isReadable(url: string): boolean {
  if (!url.startsWith('/')) return false
  const [path = '', query = ''] = url.split('?', 2)
  try {
    return !decodeURIComponent(path).includes('\0') && !/%00/.test(query)
  } catch {
    return false
  }
}

function isHost(host: string | undefined): boolean {
  return host !== undefined && /^[a-z0-9.\-_]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(host)
}

/**
 * Refuses a post that a browser says comes from another site. One that says nothing of its origin is
 * no browser's, and brings no cookie of a visitor (they are SameSite=Lax).
 */
export function guardOrigin(trusted: readonly string[]): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'POST' || isOurs(req, trusted)) return next()
    sendTrouble(res, 403)
  }
}

/** Whether a post may have come from a page of ours, or from no browser at all. */
export function isOurs(req: IncomingMessage, trusted: readonly string[]): boolean {
  const site = one(req.headers['sec-fetch-site'])
  if (site === 'same-origin' || site === 'none') return true
  const origin = req.headers.origin
  if (origin === undefined) return site === undefined
  return trusted.includes(origin) || hostOf(origin) === req.headers.host?.toLowerCase()
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
