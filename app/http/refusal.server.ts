import type { Result } from '#app/basics/result.ts'
import { isKey, translator } from '#app/i18n/translate.ts'
import { requestLanguage } from './language.server.ts'
import { statusOf } from './problems.server.ts'
import { plainPage, troublePagePolicy } from './trouble-page.server.ts'

/** Words of a status, and of a refusal's code where it has its own. */
const wordsOf = (request: Request, status: number, code: string | null) => {
  const t = translator(requestLanguage(request))
  const [title, what, own] = [`status.${status}.title`, `status.${status}.what`, `problem.${code}`]
  const advice = isKey(what) ? what : 'status.500.what'
  return { title: t(isKey(title) ? title : 'status.500.title'), advice: t(isKey(own) ? own : advice) }
}

/** A page that says a refusal, for routes that answer with a file: Remix shows its own error pages only where there is a page. */
export const refusalPage = (request: Request, status: number, code: string | null = null): Response => {
  const { title, advice } = wordsOf(request, status, code)
  const page = plainPage({
    language: requestLanguage(request),
    title,
    paragraphs: [`<p>${advice}</p>`],
    small: String(status),
  })
  return new Response(page, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': troublePagePolicy,
      'Cache-Control': 'no-store',
      Vary: 'Accept-Language, Cookie',
    },
  })
}

/** The value of a result, or a thrown page that says the refusal: `orProblem` for routes that answer with a file. */
export const orRefusal = <T, E extends string>(request: Request, result: Result<T, E>): T => {
  if (result.ok) return result.value
  throw refusalPage(request, statusOf(result.error), result.error)
}

const isBare = (headers: Headers): boolean =>
  headers.get('X-Remix-Error') === 'yes' || headers.get('Content-Type')?.startsWith('text/plain') === true

/** Remix answers trouble at a route without a page (a wrong method, a bug) with JSON or a bare line; people get a page instead. */
export const readable = (request: Request, response: Response): Response =>
  response.status >= 400 && isBare(response.headers) ? refusalPage(request, response.status) : response
