import { readTextSize, type TextSize } from '#app/basics/text-size.ts'

const yearInSeconds = 31_536_000

const cookieOf = (request: Request): string | null =>
  /(?:^|;\s*)co=(vua|to)(?:;|$)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? null

const asked = (request: Request): string | null => new URL(request.url).searchParams.get('co')

/** The reader's size of letters: `?co=` when the address has it, else the cookie, else the size as set. */
export const requestTextSize = (request: Request): TextSize =>
  readTextSize(asked(request) ?? cookieOf(request))

/** The cookie that keeps a size asked for by `?co=`; null when the address asks for none. */
export const textSizeCookie = (request: Request): string | null =>
  asked(request) === null
    ? null
    : `co=${requestTextSize(request)}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax`
