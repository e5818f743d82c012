import { dayOf } from '#app/basics/day.ts'
import type { Paged, Slice } from '#app/basics/paging.ts'
import { collectingDays } from '#app/campaign/collecting-days.ts'
import { byteOrderMark, csvLine, type PlainCell } from '#app/documents/csv-line.server.ts'
import { searchKeyOf } from '#app/household/search.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Verdict } from '#app/verdict/judge.ts'
import {
  listPublicCampaigns,
  listPublicGroups,
  listPublicIds,
  listPublicJoints,
  listPublicYears,
  type PublicCampaign,
  type PublicFilter,
  type PublicGroup,
} from '#db/queries/public-campaigns.ts'
import type { System } from './context.server.ts'
import type { PaperFile } from './papers.server.ts'

/** What everybody asks of the list of all rounds; null leaves a thing open. */
export type PublicQuestion = {
  /** As typed: the beginnings of words of commune or round, accents and capitals aside. */
  readonly search: string
  readonly title: Title | null
  readonly year: number | null
  readonly verdict: Verdict | null
}

/** The province at a glance: a page of its counted rounds, and all that were asked for by year and title. */
export type PublicList = {
  readonly campaigns: Paged<PublicCampaign>
  readonly groups: readonly PublicGroup[]
  readonly years: readonly number[]
  /** Joint rounds with results, whatever is asked. */
  readonly joints: number
}

const filterOf = ({ search, ...rest }: PublicQuestion): PublicFilter => ({
  ...rest,
  words: searchKeyOf(search).split(' ').filter(Boolean),
})

/** The counted rounds that everybody may read, the last closed first. */
export const findPublicList = async (
  { db }: System,
  question: PublicQuestion,
  slice: Slice,
): Promise<PublicList> => {
  const filter = filterOf(question)
  return {
    campaigns: await listPublicCampaigns(db, filter, slice),
    groups: await listPublicGroups(db, filter),
    years: await listPublicYears(db),
    joints: (await listPublicJoints(db, { page: 1, size: 1 })).total,
  }
}

const columns = [
  ...['ma_dot', 'dia_chi', 'dot', 'danh_hieu', 'nam', 'ma_xa', 'xa', 'tu_ngay', 'den_ngay', 'khoa_ngay'],
  ...['ban', 'trang_thai', 'so_ho', 'thu_ve', 'hop_le', 'bao_phu_tu_so', 'bao_phu_mau_so'],
  ...['hai_long_chung_tu_so', 'hai_long_chung_mau_so', 'ket_luan', 'ma_dot_nhieu_xa', 'ma_du_lieu', 'bao_ve'],
] as const

const lineOf = ({ publicUrl }: System, one: PublicCampaign): readonly PlainCell[] => {
  const days = collectingDays(one)
  return [
    ...[one.id, `${publicUrl}/ket-qua/${one.id}`, one.name, one.title, Number(one.startsOn.slice(0, 4))],
    ...[one.communeId, one.communeName, days.startsOn, days.endsOn],
    ...[one.closedAt ? dayOf(one.closedAt) : null, one.version, one.state],
    ...[one.households, one.collected, one.valid, one.coverage.part, one.coverage.whole],
    ...[one.overall?.part ?? null, one.overall?.whole ?? null, one.verdict, one.jointId],
    ...[one.fingerprint, one.overall === null ? 1 : 0],
  ]
}

/** Read at a time for the file of all rounds. */
const chunk = 1000

/** Open data of all counted rounds, one a line, for everybody. */
export const makePublicListFile = async (system: System): Promise<PaperFile> => {
  const everything = filterOf({ search: '', title: null, year: null, verdict: null })
  const lines: string[] = [byteOrderMark, csvLine(columns)]
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const found = await listPublicCampaigns(system.db, everything, { page, size: chunk })
    pages = found.pages
    lines.push(...found.rows.map(one => csvLine(lineOf(system, one))))
  }
  return {
    name: 'so-lieu - moi dot.csv',
    type: 'text/csv; charset=utf-8',
    bytes: Buffer.from(lines.join(''), 'utf8'),
  }
}

/** Addresses of pages that everybody may read, from the root, with the day on which each last changed where it is known. */
export const listPublicAddresses = async ({
  db,
}: System): Promise<readonly { readonly path: string; readonly changedOn: string | null }[]> => [
  ...['/', '/ket-qua', '/phuong-phap', '/so-sanh'].map(path => ({ path, changedOn: null })),
  ...(await listPublicIds(db)).map(({ id, closedAt }) => ({
    path: `/ket-qua/${id}`,
    changedOn: closedAt ? dayOf(closedAt) : null,
  })),
  ...(await listPublicJoints(db, { page: 1, size: 1000 })).rows.map(({ id, closedAt }) => ({
    path: `/ket-qua/nhieu-xa/${id}`,
    changedOn: dayOf(closedAt),
  })),
]
