import { readPage, type Slice } from '#app/basics/paging.ts'
import type { PublicQuestion } from '#app/services/public-list.server.ts'
import type { Verdict } from '#app/verdict/judge.ts'
import { readTitle, readYear } from './exports.server.ts'

/** Verdicts as addresses name them. */
const verdictWords = {
  dat: 'met',
  'chua-dat': 'not-met',
  'chua-co-can-cu': 'no-basis',
} as const satisfies { readonly [word: string]: Verdict }

const isVerdictWord = (word: string): word is keyof typeof verdictWords => Object.hasOwn(verdictWords, word)

/** Rounds on one page of the list. */
const pageSize = 25

/** What the list is asked, and its boxes as they were filled in; `tat-ca` is everything. */
export type AskedPublicList = {
  readonly question: PublicQuestion
  readonly typed: {
    readonly search: string
    readonly title: string
    readonly year: string
    readonly verdict: string
  }
  readonly slice: Slice
}

/** Reads `?tim=…&danh-hieu=…&nam=…&ket-luan=…&trang=…`; whatever is missing or unknown asks for everything. */
export const readPublicQuestion = (request: Request): AskedPublicList => {
  const query = new URL(request.url).searchParams
  const search = (query.get('tim') ?? '').normalize('NFC').trim().slice(0, 80)
  const title = readTitle(query.get('danh-hieu'))
  const year = readYear(query.get('nam'))
  const word = query.get('ket-luan') ?? ''
  const known = isVerdictWord(word) ? word : null
  return {
    question: { search, title, year, verdict: known === null ? null : verdictWords[known] },
    typed: {
      search,
      title: title ?? 'tat-ca',
      year: year === null ? 'tat-ca' : String(year),
      verdict: known ?? 'tat-ca',
    },
    slice: { page: readPage(query.get('trang')), size: pageSize },
  }
}

/** Each verdict with its word, in the order in which the list offers them. */
export const offeredVerdicts = Object.entries(verdictWords).map(([word, verdict]) => ({ word, verdict }))
