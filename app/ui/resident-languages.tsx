import { languageNames, languages } from '#app/basics/language.ts'
import { useSite, useT } from './site.tsx'

/** The languages a household may read its questions in beside the interface's, and the one it reads. */
export type SpokenChoice = {
  readonly offered: readonly { readonly tag: string; readonly name: string }[]
  readonly shown: string
  /** What the address says beside, e.g. `lai=1`, and must say still. */
  readonly keep?: string | undefined
}

/** Links, so that they work without script; each is written as its speakers write it. Nothing where there is no choice. */
export const LanguageChoice = ({ offered, shown, keep }: SpokenChoice) => {
  const t = useT()
  if (offered.length === 0) return null
  const all = [...languages.map(tag => ({ tag, name: languageNames[tag] })), ...offered]
  return (
    <nav className="tongues" aria-label={t('resident.languages')}>
      {all.map(({ tag, name }) => (
        <a
          key={tag}
          className="tap"
          href={`?lang=${tag}${keep ? `&${keep}` : ''}`}
          lang={tag}
          hrefLang={tag}
          rel="nofollow"
          aria-current={tag === shown ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

/** The language in which the questions are shown: the chosen one, else the interface's. */
export const useShown = (chosen: { readonly tag: string } | null): string => {
  const { language } = useSite()
  return chosen?.tag ?? language
}
