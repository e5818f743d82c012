import { readPage } from '#app/basics/paging.ts'
import { isWellFormed, normaliseCode } from '#app/basics/readable-code.ts'
import { assistedChannels } from '#app/services/ballots.server.ts'

type Assisted = (typeof assistedChannels)[number]

/** The means that a collector's address or form names; a visit unless it names another. */
export const readMeans = (raw: string | null): Assisted =>
  assistedChannels.find(channel => channel === raw) ?? 'visit'

const cleanSearch = (typed: string | null): string => (typed ?? '').normalize('NFC').trim().slice(0, 80)

/** What a collector looks for, as typed, at most so long. */
export const readSearch = (url: URL): string => cleanSearch(url.searchParams.get('tim'))

/** What the list of a village is asked for by its address or a form in it. */
export type DoorsQuestion = {
  readonly villageId: string
  readonly means: Assisted
  readonly search: string
  readonly waiting: boolean
  readonly page: number
}

/** Reads `thon`, `cach`, `tim`, `con` and `trang`, from an address or from a form's hidden fields. */
export const readDoors = (get: (name: string) => string | null): DoorsQuestion => ({
  villageId: get('thon') ?? '',
  means: readMeans(get('cach')),
  search: cleanSearch(get('tim')),
  waiting: get('con') === '1',
  page: readPage(get('trang')),
})

/** The same as the end of an address. */
export const writeDoors = ({ villageId, means, search, waiting, page }: DoorsQuestion): URLSearchParams =>
  new URLSearchParams({
    thon: villageId,
    cach: means,
    ...(search ? { tim: search } : {}),
    ...(waiting ? { con: '1' } : {}),
    ...(page > 1 ? { trang: String(page) } : {}),
  })

/** A receipt as `groupCode` shows it has ten characters and a dash. */
const receiptLength = 10

/** The receipt that a redirect after entering carries, and whether it is of an earlier ballot; null for anything else. */
export const readReceipt = (url: URL): { readonly receipt: string; readonly stands: boolean } | null => {
  const receipt = url.searchParams.get('bien-nhan') ?? ''
  if (!isWellFormed(normaliseCode(receipt), receiptLength)) return null
  return { receipt, stands: url.searchParams.get('truoc') === '1' }
}

const boxName = /^giao\.(.+)\.([0-9a-f-]{36})$/

/** The ticked boxes of the page of assignments: `giao.<village>.<account>`. */
export const readAssignments = (
  texts: Readonly<Record<string, string>>,
): readonly { readonly villageId: string; readonly accountId: string }[] =>
  Object.keys(texts).flatMap(name => {
    const [, villageId, accountId] = boxName.exec(name) ?? []
    return villageId && accountId ? [{ villageId, accountId }] : []
  })

const countNames = { recorded: 'moi', stood: 'cu', unreadable: 'khong-mo', faulty: 'loi' } as const

type Counted = { readonly [name in keyof typeof countNames]: number }

/** What became of an imported file, as the end of an address. */
export const writeImported = (counts: Counted): URLSearchParams =>
  new URLSearchParams(
    Object.entries(countNames).map(([name, short]) => [short, String(counts[name as keyof Counted])]),
  )

/** The same out of an address; null when it says nothing of a file. */
export const readImported = ({ searchParams }: URL): Counted | null => {
  if (!searchParams.has('moi')) return null
  const count = (name: keyof Counted) => {
    const read = Number(searchParams.get(countNames[name]))
    return Number.isSafeInteger(read) && read >= 0 ? read : 0
  }
  return {
    recorded: count('recorded'),
    stood: count('stood'),
    unreadable: count('unreadable'),
    faulty: count('faulty'),
  }
}

/**
 * A cookie that means nothing and changes with every household of a meeting: browsers that keep whole pages for "back",
 * even those sent with `no-store`, drop them when a cookie changes.
 */
export const turnCookie = (turn: string): string => `luot=${turn}; Path=/dot; HttpOnly; SameSite=Lax`
