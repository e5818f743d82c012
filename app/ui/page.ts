import type { Language } from '#app/basics/language.ts'
import { type Key, translator } from '#app/i18n/translate.ts'

/** Which sheet a page wears: residents' pages the small one, public and office pages the full one, the office its typeface. */
export type FrameKind = 'resident' | 'public' | 'office'

/** A route's `handle`. Scripts are sent only where `hydrate` is true; the frame is `public` unless it says otherwise. */
export type PageHandle = { readonly frame?: FrameKind; readonly hydrate?: boolean }

type Match = { readonly handle?: unknown }

const handleOf = (match: Match): PageHandle => (match.handle ?? {}) as PageHandle

/** The frame of the innermost matched route that names one. */
export const frameOf = (matches: readonly Match[]): FrameKind =>
  matches.map(match => handleOf(match).frame).findLast(frame => frame !== undefined) ?? 'public'

/** Whether any matched route asks for scripts. */
export const hydrates = (matches: readonly Match[]): boolean =>
  matches.some(match => handleOf(match).hydrate === true)

/** `Kết quả · Lòng Dân`. */
export const pageTitle = (text: string): string => `${text} · Lòng Dân`

/** The address under which search engines list a page, whatever its query says (RFC 6596). */
export const canonical = (publicUrl: string, path: string) => ({
  tagName: 'link' as const,
  rel: 'canonical',
  href: `${publicUrl}${path}`,
})

type MetaArguments = { readonly matches: readonly { readonly id: string; readonly data?: unknown }[] }

/** The reader's language as the root loaded it: for a route's `meta`, which has no React context. */
export const languageOf = ({ matches }: MetaArguments): Language => {
  const data = matches.find(match => match.id === 'root')?.data as
    | { readonly language?: Language }
    | undefined
  return data?.language ?? 'vi'
}

/** A route's `meta` with a title from the catalogue: `export const meta = titled('home.title')`. */
export const titled =
  (key: Key) =>
  (args: MetaArguments): { readonly title: string }[] => [
    { title: pageTitle(translator(languageOf(args))(key)) },
  ]
