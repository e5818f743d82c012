import { type Language, readLanguage } from '#app/basics/language.ts'

const yearInSeconds = 31_536_000

const cookieOf = (request: Request): string | null =>
  /(?:^|;\s*)lang=(vi|en)(?:;|$)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? null

const asked = (request: Request): string | null => new URL(request.url).searchParams.get('lang')

/** The reader's language: `?lang=` when the address has it, else the cookie, else Vietnamese. */
export const requestLanguage = (request: Request): Language =>
  readLanguage(asked(request) ?? cookieOf(request))

/** The cookie that keeps a language asked for by `?lang=`; null when the address asks for none. */
export const languageCookie = (request: Request): string | null =>
  asked(request) === null
    ? null
    : `lang=${requestLanguage(request)}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax`
