import { z } from 'zod'
import type { Day } from '#app/basics/day.ts'
import { readDay } from '#app/basics/day.ts'
import { readPage } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { type DossierState, dossierTitles } from '#app/dossier/title-dossier.ts'
import { owners, readDue } from '#app/dossier/title-papers.ts'
import type { ListEdit } from '#app/services/dossier-lists.server.ts'
import type { DossierForm, DossierQuestion } from '#app/services/dossiers.server.ts'
import { type FieldFaults, faultsOf } from './form.server.ts'

/** States of dossiers as addresses name them. */
export const dossierStateWords: { readonly [word: string]: DossierState } = {
  'dang-lap': 'preparing',
  'du-giay': 'complete',
  'da-nop': 'submitted',
}

const pageSize = 25

/** What the list of dossiers is asked, and its boxes as they were filled in; `tat-ca` is everything. */
export type AskedDossiers = {
  readonly question: DossierQuestion
  readonly typed: {
    readonly search: string
    readonly state: string
    readonly title: string
    readonly year: string
  }
}

/** Reads `?tim=…&trang-thai=…&danh-hieu=…&nam=…&trang=…`; whatever is missing or unknown asks for everything. */
export const readDossierQuestion = (request: Request): AskedDossiers => {
  const query = new URL(request.url).searchParams
  const search = (query.get('tim') ?? '').normalize('NFC').trim().slice(0, 80)
  const word = query.get('trang-thai') ?? ''
  const state = Object.hasOwn(dossierStateWords, word) ? word : 'tat-ca'
  const title = dossierTitles.find(one => one === query.get('danh-hieu')) ?? null
  const year = /^\d{4}$/.exec(query.get('nam')?.trim() ?? '')?.[0] ?? ''
  return {
    typed: { search, state, title: title ?? 'tat-ca', year },
    question: {
      ...{ search, title },
      state: dossierStateWords[state] ?? null,
      year: year === '' ? null : Number(year),
      slice: { page: readPage(query.get('trang')), size: pageSize },
    },
  }
}

const things = [
  ...(['lap', 'danh-muc', 'nop', 'tep', 'thay', 'xoa'] as const),
  ...(['khong-ap-dung', 'phai-co', 'luu'] as const),
] as const

/** What a redirect says has just been done to a dossier. */
export type DossierDone = (typeof things)[number]

/** Reads `?xong=…`, or null. */
export const readDossierDone = (request: Request): DossierDone | null => {
  const done = new URL(request.url).searchParams.get('xong')
  return things.find(thing => thing === done) ?? null
}

/** One line as it is kept: NFC, single spaces. */
export const readLine = (raw: string | null, longest = 500): string =>
  (raw ?? '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest)

type Texts = Readonly<Record<string, string>>

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: FieldFaults }

const openSchema = z.object({
  communeId: z.string('dossier-commune-missing').min(1, 'dossier-commune-missing'),
  title: z.enum(dossierTitles, 'dossier-title-unknown'),
  year: z
    .string('dossier-year-unreadable')
    .trim()
    .regex(/^20[1-9]\d$/, 'dossier-year-unreadable')
    .transform(Number),
})

/** Reads the form that opens a dossier. */
export const readDossierForm = (texts: Texts): Read<DossierForm> => {
  const read = openSchema.safeParse(texts)
  return read.success ? ok(read.data) : { ok: false, faults: faultsOf(read.error) }
}

/** Reads the day of submission. */
export const readSubmittedOn = (raw: string | null): Result<Day, 'dossier-day-unreadable'> => {
  const day = readDay(raw ?? '')
  return day ? ok(day) : no('dossier-day-unreadable')
}

const placeOf = (raw: string): number | null | undefined => {
  if (raw === '') return null
  return /^[1-9]\d?$/.test(raw) ? Number(raw) : undefined
}

/** Reads the form of one paper of a list; `key` is null for a new one. */
export const readListedPaper = (texts: Texts, key: string | null): Read<ListEdit> => {
  const name = readLine(texts.name ?? '', 200)
  const owner = owners.find(one => one === texts.owner)
  const due = readDue(texts.due ?? '', texts.nextYear === 'yes')
  const place = placeOf((texts.place ?? '').trim())
  const faults: Record<string, string> = {
    ...(name === '' ? { name: 'dossier-name-missing' } : {}),
    ...(owner ? {} : { owner: 'field-unreadable' }),
    ...(due.ok ? {} : { due: due.error }),
    ...(place === undefined ? { place: 'dossier-place-unreadable' } : {}),
  }
  if (!owner || !due.ok || place === undefined || name === '') return { ok: false, faults }
  const agency = owner === 'agency' ? readLine(texts.agency ?? '', 200) : ''
  const source = readLine(texts.source ?? '')
  const status = texts.confirmed === 'yes' && source !== '' ? 'confirmed' : 'unconfirmed'
  return ok({ kind: 'put', key, place, paper: { name, owner, agency, due: due.value, source, status } })
}

/** At which box a refused edit of a list is told; null for what ends in a page of its own. */
export const listFaults = (code: string): FieldFaults | null => {
  const boxes: FieldFaults = {
    'dossier-names-alike': 'name',
    'dossier-agency-missing': 'agency',
    'dossier-list-long': 'name',
  }
  const box = Object.hasOwn(boxes, code) ? boxes[code] : undefined
  return box === undefined ? null : { [box]: code }
}

const fileCodes: readonly string[] = [
  ...['dossier-file-large', 'dossier-file-empty', 'dossier-file-kind', 'dossier-file-differs'],
  'dossier-full',
]

/** Whether a refusal is told at the box for the file. */
export const isFileFault = (code: string): boolean => fileCodes.includes(code)
