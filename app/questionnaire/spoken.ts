import { z } from 'zod'
import { languages } from '#app/basics/language.ts'
import type { Questionnaire } from './questionnaire.ts'

/** One content in a further language: its statement and the line that explains it; either may be missing (empty). */
export type Line = { readonly statement: string; readonly meaning: string }

/**
 * A language in which a questionnaire is put beside the interface's: texts and recordings by content key. A recording is
 * named by its hash. Languages of the interface have their texts in the questionnaire, so here they have recordings alone.
 */
export type SpokenLanguage = {
  /** BCP 47: language, script and region, e.g. `nut`, `tyz-Latn`. */
  readonly tag: string
  /** As its speakers write it. */
  readonly name: string
  readonly lines: { readonly [content: string]: Line }
  readonly clips: { readonly [content: string]: string }
}

/** Longest line of a translation, in characters (UTF-16 units). */
export const longestLine = 500

/** Longest name of a language, in characters. */
export const longestName = 60

/** A tag that fits a cookie and `lang` attributes: RFC 5646's language, script and region, without digits and variants. */
const tagForm = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/

/** Whether a text can be the tag of a language. */
export const isLanguageTag = (text: string): boolean => tagForm.test(text)

/** Whether the questionnaire itself has the texts of this language. */
export const isInterfaceLanguage = (tag: string): boolean => languages.some(language => language === tag)

const lineSchema = z.object({ statement: z.string(), meaning: z.string() })

/** Shape of a language's lines wherever they are stored as JSON. */
export const linesSchema = z.record(z.string(), lineSchema)

/** Shape of a language's recordings by content wherever they are stored as JSON. */
export const clipsSchema = z.record(z.string(), z.string())

/**
 * What a commune's questionnaire is put in: the province's languages in their order, with the commune's own texts and
 * recordings over the province's, then languages that the commune alone has.
 */
export const overlay = (
  province: readonly SpokenLanguage[],
  commune: readonly SpokenLanguage[],
): readonly SpokenLanguage[] => {
  const own = new Map(commune.map(language => [language.tag, language]))
  const common = province.map(base => {
    const over = own.get(base.tag)
    if (!over) return base
    return {
      ...over,
      lines: { ...base.lines, ...over.lines },
      clips: { ...base.clips, ...over.clips },
    }
  })
  const known = new Set(province.map(language => language.tag))
  return [...common, ...commune.filter(language => !known.has(language.tag))]
}

/** Contents that lack a translated statement, a translated meaning, or a recording, by key in printed order. */
export type Missing = {
  readonly statements: readonly string[]
  readonly meanings: readonly string[]
  readonly clips: readonly string[]
}

/** What a language still lacks; the overall question has no meaning to translate. */
export const missingIn = ({ contents }: Questionnaire, language: SpokenLanguage): Missing => {
  const { tag, lines, clips } = language
  const texts = isInterfaceLanguage(tag) ? [] : contents
  return {
    statements: texts.filter(({ key }) => !lines[key]?.statement).map(({ key }) => key),
    meanings: texts
      .filter(({ key, meaning }) => meaning.vi !== '' && !lines[key]?.meaning)
      .map(({ key }) => key),
    clips: contents.filter(({ key }) => !clips[key]).map(({ key }) => key),
  }
}
