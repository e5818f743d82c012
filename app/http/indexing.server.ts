import type { RequestHandler } from 'express'

/** What search engines may list: results, the method, the start page, and the open data. */
const open = /^\/(?:$|ket-qua(?:\/|$)|so-sanh$|phuong-phap$|assets\/|robots\.txt$|sitemap\.xml$|favicon)/

/** Inside the results: what a visitor typed, and versions that others took the place of. */
const closed = /^\/ket-qua\/[^/]+\/(?:bien-nhan|ban)(?:\/|$)/

/** Whether search engines may list this path. */
export const isIndexed = (path: string): boolean => open.test(path) && !closed.test(path)

/** The header that keeps search engines off. */
export const noIndex = { 'X-Robots-Tag': 'noindex, nofollow' } as const

/** Says of every page that is not for everybody that it is not to be listed. */
export const keepOffIndex: RequestHandler = (req, res, next) => {
  if (!isIndexed(req.path)) res.set(noIndex)
  next()
}
