import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { isUuid } from '#app/basics/ids.ts'
import { readPage } from '#app/basics/paging.ts'
import type { Standing } from '#app/household/standing.ts'
import type { RegisterQuestion } from '#app/services/register-list.server.ts'
import type { HouseholdPlace } from '#app/services/register-place.server.ts'
import type { FieldFaults } from './form.server.ts'

/** Standings as addresses name them; `tat-ca` is every one. */
const standingWords: { readonly [word: string]: Standing | null } = {
  'dang-o': 'active',
  'da-chuyen': 'moved',
  'da-gop': 'merged',
  'tat-ca': null,
}

/** What a search form of the register asks for, and its boxes as they were filled in. */
export type AskedRegister = {
  readonly question: RegisterQuestion
  readonly typed: { readonly search: string; readonly village: string; readonly standing: string }
}

/** Reads `?tim=…&thon=…&tinh-trang=…&trang=…`; whatever is missing or unknown asks for the households that live there. */
export const readRegisterQuestion = (request: Request, communeId: string): AskedRegister => {
  const query = new URL(request.url).searchParams
  const search = (query.get('tim') ?? '').normalize('NFC').trim().slice(0, 80)
  const village = query.get('thon') ?? 'tat-ca'
  const asked = query.get('tinh-trang') ?? ''
  const word = Object.hasOwn(standingWords, asked) ? asked : 'dang-o'
  return {
    typed: { search, village, standing: word },
    question: {
      communeId,
      search,
      villageId: village === 'tat-ca' ? null : village,
      standing: standingWords[word] ?? null,
      page: readPage(query.get('trang')),
    },
  }
}

const things = ['them', 'sua', 'chuyen-di', 've-lai', 'gop', 'xoa', 'bo', 'luu-tru'] as const

/** What a redirect says has just been done to the register. */
export type RegisterDone = (typeof things)[number]

/** Reads `?xong=…`, or null. */
export const readRegisterDone = (request: Request): RegisterDone | null => {
  const done = new URL(request.url).searchParams.get('xong')
  return things.find(thing => thing === done) ?? null
}

const countNames = { added: 'moi', known: 'cu', renumbered: 'so', relocated: 'thon', movedOut: 'di' } as const

/** How many households an import added, knew, and changed. */
export type ImportCounts = { readonly [name in keyof typeof countNames]: number }

/** The counts of an import as an address carries them. */
export const writeImported = (counts: ImportCounts): string =>
  Object.entries(countNames)
    .map(([name, short]) => `${short}=${counts[name as keyof ImportCounts]}`)
    .join('&')

/** The counts of an import out of an address, or null when it carries none. */
const readImported = (request: Request): ImportCounts | null => {
  const query = new URL(request.url).searchParams
  if (!query.has('moi')) return null
  const count = (name: keyof ImportCounts) => {
    const read = Number(query.get(countNames[name]))
    return Number.isSafeInteger(read) && read >= 0 ? read : 0
  }
  return {
    added: count('added'),
    known: count('known'),
    renumbered: count('renumbered'),
    relocated: count('relocated'),
    movedOut: count('movedOut'),
  }
}

/** The household that an address names. */
export const placeOf = ({ params }: LoaderFunctionArgs | ActionFunctionArgs): HouseholdPlace => ({
  communeId: params.commune ?? '',
  householdId: params.id ?? '',
})

/** At which box a refused listing is told; null for what ends in a page of its own. */
export const listingFaults = (code: string): FieldFaults | null => {
  const boxes: FieldFaults = {
    'village-not-chosen': 'villageId',
    'household-listed': 'number',
    'household-alike': 'others',
    'nothing-changed': 'name',
  }
  const box = Object.hasOwn(boxes, code) ? boxes[code] : undefined
  return box === undefined ? null : { [box]: code }
}

const known = (raw: string | null): string | null => (raw !== null && isUuid(raw) ? raw : null)

/** What the address of the import page carries: the campaign the reader came from, a check under way, whether its page is to hold still, what was imported. */
export const readImportPage = (request: Request) => {
  const query = new URL(request.url).searchParams
  return {
    campaignId: known(query.get('dot')),
    jobId: known(query.get('viec')),
    imported: readImported(request),
    still: query.get('dung') === '1',
  }
}

/** Whether a refused check is about the file, so that it is told at its box; anything else ends in a page of its own. */
export const isFileFault = (code: string): boolean => code !== 'forbidden' && code !== 'area-unknown'
