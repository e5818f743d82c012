import { readPage, type Slice } from '#app/basics/paging.ts'
import { type Title, titles } from '#app/programme/titles.ts'
import type { ExportQuestion } from '#app/services/exports.server.ts'

/** Files on one page of the list. */
const pageSize = 20

/** The title that an address names, or null. */
export const readTitle = (raw: string | null): Title | null => titles.find(title => title === raw) ?? null

/** The year that an address names, or null. */
export const readYear = (raw: string | null): number | null =>
  raw !== null && /^\d{4}$/.test(raw) ? Number(raw) : null

/** What an address asks for, and its boxes as they were filled in; `tat-ca` is everything. */
export type AskedExport = {
  readonly question: ExportQuestion
  readonly typed: { readonly title: string; readonly year: string; readonly campaign: string }
  readonly slice: Slice
}

/** Reads `?danh-hieu=…&nam=…&dot=…&trang=…`; whatever is missing or unknown asks for everything. */
export const readExportQuestion = (request: Request): AskedExport => {
  const query = new URL(request.url).searchParams
  const title = readTitle(query.get('danh-hieu'))
  const year = readYear(query.get('nam'))
  const named = query.get('dot')
  const campaignId = named === null || named === '' || named === 'tat-ca' ? null : named
  return {
    question: { title, year, campaignId },
    typed: {
      title: title ?? 'tat-ca',
      year: year === null ? 'tat-ca' : String(year),
      campaign: campaignId ?? 'tat-ca',
    },
    slice: { page: readPage(query.get('trang')), size: pageSize },
  }
}
