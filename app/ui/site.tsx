import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from '#app/basics/language.ts'
import type { TextSize } from '#app/basics/text-size.ts'
import { type T, translator } from '#app/i18n/translate.ts'

/** What every page shares: how the reader reads, and whether the whole installation holds made-up data. */
export type Site = {
  readonly language: Language
  readonly demonstration: boolean
  /** As set, unless the reader chose another. */
  readonly textSize?: TextSize
  /** What the address asks for beside language and size, e.g. the filter of a list. */
  readonly query?: string
}

const SiteContext = createContext<Site>({ language: 'vi', demonstration: false })

/** Set once, in the root. Without it components speak Vietnamese. */
export const SiteProvider = ({ site, children }: { readonly site: Site; readonly children: ReactNode }) => (
  <SiteContext.Provider value={site}>{children}</SiteContext.Provider>
)

/** The reader's language and whether the data is made up. */
export const useSite = (): Site => useContext(SiteContext)

/** The translator of the reader's language. */
export const useT = (): T => translator(useSite().language)
