import { readPage } from '#app/basics/paging.ts'
import type { State } from '#app/campaign/campaign.ts'
import type { CampaignQuestion } from '#app/services/campaigns.server.ts'

/** States as addresses name them, in the order of the round. */
export const stateWords = {
  'du-thao': 'draft',
  'ke-hoach': 'planned',
  'dang-lay': 'collecting',
  'da-khoa': 'closed',
  'niem-yet': 'posted',
  'cho-tham-tra': 'awaiting-verification',
  'tra-lai': 'returned',
  'da-tham-tra': 'verified',
  'ho-so': 'filed',
  'da-huy': 'cancelled',
} as const satisfies { readonly [word: string]: State }

const isStateWord = (word: string): word is keyof typeof stateWords => Object.hasOwn(stateWords, word)

/** Campaigns on one page of the list. */
const pageSize = 25

/** What the list of campaigns is asked, and its boxes as they were filled in; `tat-ca` is every state. */
export type AskedCampaigns = {
  readonly question: CampaignQuestion
  readonly typed: { readonly search: string; readonly state: string }
}

/** Reads `?tim=…&trang-thai=…&trang=…`; whatever is missing or unknown asks for everything. */
export const readCampaignQuestion = (request: Request): AskedCampaigns => {
  const query = new URL(request.url).searchParams
  const search = (query.get('tim') ?? '').normalize('NFC').trim().slice(0, 80)
  const word = query.get('trang-thai') ?? ''
  const state = isStateWord(word) ? word : null
  return {
    typed: { search, state: state ?? 'tat-ca' },
    question: {
      search,
      state: state === null ? null : stateWords[state],
      slice: { page: readPage(query.get('trang')), size: pageSize },
    },
  }
}
