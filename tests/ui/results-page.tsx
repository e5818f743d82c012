import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { findQuestionnaire } from '#app/questionnaire/suggested.ts'
import { SiteProvider } from '#app/ui/site.tsx'
import { compute, type Results } from '#app/verdict/compute.ts'
import { findRules } from '#app/verdict/packs.ts'

/** The page's text as a Vietnamese reader sees it: no tags, single spaces. */
export const textOf = (node: ReactNode, language: 'vi' | 'en' = 'vi'): string =>
  markupOf(node, language)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replace(/[ \n]+/g, ' ')

/** The server's markup of a component. */
export const markupOf = (node: ReactNode, language: 'vi' | 'en' = 'vi'): string =>
  renderToStaticMarkup(<SiteProvider site={{ language, demonstration: false }}>{node}</SiteProvider>)

/** The suggested questionnaire of a standard commune, and the rules called so. */
export const surveyOf = (rulesId: string) => {
  const [questionnaire, rules] = [findQuestionnaire('qd318'), findRules(rulesId)]
  if (!questionnaire || !rules) throw new Error(`no ${rulesId}`)
  return { questionnaire, rules }
}

type Village = {
  readonly households: number
  readonly collected: number
  /** Not satisfied with every content alike, but for those named. */
  readonly dissatisfied: number
  readonly lines?: { readonly [content: string]: number }
}

const unitOf = (village: Village, index: number, keys: readonly string[]) => {
  const against = (key: string): number => village.lines?.[key] ?? village.dissatisfied
  return {
    name: `Thôn ${index + 1}`,
    commune: 'Xã Sơn Lộc',
    households: village.households,
    issued: village.households,
    collected: village.collected,
    invalid: 0,
    anyDissatisfied: Math.max(...keys.map(against)),
    contents: keys.map(key => ({
      satisfied: village.collected - against(key),
      dissatisfied: against(key),
      blank: 0,
    })),
  }
}

/** Results of villages whose ballots are all valid and fully answered. */
export const resultsOf = (rulesId: string, villages: readonly Village[]): Results => {
  const { questionnaire, rules } = surveyOf(rulesId)
  const contents = contentKeys(questionnaire)
  const units = villages.map((village, index) => unitOf(village, index, contents))
  const results = compute({ rules, contents, units })
  if (results.kind !== 'consistent') throw new Error(JSON.stringify(results.problems))
  return results
}
