import type { Language } from '#app/basics/language.ts'
import type { Content } from '#app/questionnaire/questionnaire.ts'
import { isInterfaceLanguage, type SpokenLanguage } from '#app/questionnaire/spoken.ts'

/** A text, and its language where the page around it speaks another. */
export type Words = { readonly text: string; readonly lang?: string }

/** What is said of one content, and where it can be heard. */
export type ContentWords = {
  readonly statement: Words
  readonly meaning: Words
  /** Address of the recording. */
  readonly clip: string | null
}

/** A content in the language chosen; a line that was not translated is the Vietnamese one, and says so to screen readers. */
export const wordsOf = (
  { key, statement, meaning }: Content,
  language: Language,
  chosen: SpokenLanguage | null,
): ContentWords => {
  const hash = chosen?.clips[key]
  const clip = hash ? `/am/${hash}` : null
  if (!chosen || isInterfaceLanguage(chosen.tag))
    return { statement: { text: statement[language] }, meaning: { text: meaning[language] }, clip }
  const line = chosen.lines[key]
  const inChosen = (translated: string | undefined, vietnamese: string): Words =>
    translated ? { text: translated, lang: chosen.tag } : { text: vietnamese, lang: 'vi' }
  return {
    statement: inChosen(line?.statement, statement.vi),
    meaning: inChosen(line?.meaning, meaning.vi),
    clip,
  }
}
