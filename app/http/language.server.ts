import { type Language, readLanguage } from '#app/basics/language.ts'
import { isLanguageTag } from '#app/questionnaire/spoken.ts'

const yearInSeconds = 31_536_000

const cookieOf = (request: Request): string | null =>
  /(?:^|;\s*)lang=([A-Za-z-]{1,11})(?:;|$)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? null

const asked = (request: Request): string | null => new URL(request.url).searchParams.get('lang')

/** The tag of the language asked for: `?lang=` when the address has it, else the cookie, else Vietnamese. */
export const requestTag = (request: Request): string => {
  const tag = asked(request) ?? cookieOf(request)
  return tag !== null && isLanguageTag(tag) ? tag : 'vi'
}

/** The interface's language: English where it is asked for; whoever asks for a further one reads the rest in Vietnamese. */
export const requestLanguage = (request: Request): Language => readLanguage(requestTag(request))

/** The cookie that keeps a language asked for by `?lang=`; null when the address asks for none. */
export const languageCookie = (request: Request): string | null =>
  asked(request) === null
    ? null
    : `lang=${requestTag(request)}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax`

/** Said once, or said by the link itself: these do not go along when another language is chosen. */
const passing = ['lang', 'co', 'xong', 'index'] as const

/** What the address asks for beside the language, e.g. `tim=dong&trang=2`; empty where it asks for nothing. */
export const queryBeside = (request: Request): string => {
  const query = new URL(request.url).searchParams
  for (const name of passing) query.delete(name)
  return query.toString()
}
