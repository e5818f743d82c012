import type { Day } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { collectingDays } from '#app/campaign/collecting-days.ts'
import { byteOrderMark, csvLine, type PlainCell } from '#app/documents/csv-line.server.ts'
import { type OpenRow, openRows } from '#app/dossier/open-data.ts'
import { usualCells } from '#app/dossier/small-cells.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { countingOf, ruleKeys } from '#app/verdict/rules.ts'
import type { System } from './context.server.ts'
import { findPublicJoint } from './joint-public.server.ts'
import type { PaperFile } from './papers.server.ts'
import type { PublicCells } from './public-cells.server.ts'
import { findPublicResults } from './results.server.ts'

/** What a file of open data says, of a round of one commune or of several. */
type Publication = Frozen & {
  readonly id: string
  /** Its page, from the root. */
  readonly page: string
  readonly name: string
  readonly title: Title
  readonly area: string
  readonly version: number | null
  readonly days: { readonly startsOn: Day; readonly endsOn: Day }
  readonly fingerprint: string | null
  readonly unit: 'village' | 'commune'
  readonly results: Results
  readonly cells: PublicCells
  readonly rows: readonly OpenRow[]
  /** A part of a joint round carries no verdict of its own. */
  readonly verdict: string | null
}

const columns = [
  ...['dot', 'danh_hieu', 'ban', 'dia_ban', 'loai_dong', 'ten', 'so_ho', 'phat_ra', 'thu_ve', 'hop_le'],
  ...['khong_hop_le', 'phieu_co_chua_hai_long', 'tt', 'noi_dung', 'phat_bieu', 'hai_long'],
  ...['chua_hai_long', 'bo_trong', 'mau_so', 'bao_ve'],
] as const

const kinds = { unit: 'don_vi', hidden: 'trong_nhom', group: 'nhom', total: 'tong' } as const

const linesOf = (one: Publication, row: OpenRow): readonly (readonly PlainCell[])[] =>
  one.questionnaire.contents.map(({ key, statement }, at) => {
    const answers = row.answers?.[at] ?? null
    return [
      ...[one.name, one.title, one.version, one.area, kinds[row.kind], row.name],
      ...[row.households, row.issued, row.collected, row.valid, row.invalid, row.anyDissatisfied],
      ...[at + 1, key, statement.vi],
      ...[answers?.satisfied ?? null, answers?.dissatisfied ?? null, answers?.blank ?? null],
      ...[answers?.base ?? null, answers === null ? 1 : 0],
    ]
  })

/** What stands behind the table, so that a file passed on still says where it comes from. */
const notesOf = (system: System, one: Publication): readonly string[] => [
  `# nguồn: ${system.publicUrl}${one.page}`,
  `# bản: ${one.version ?? '-'}; thu phiếu từ ${one.days.startsOn} đến ${one.days.endsOn}`,
  `# bộ quy tắc: ${one.rules.packName}, bản ${one.rules.version} (${one.rules.id})`,
  `# mã dữ liệu khi khóa: ${one.fingerprint ?? '-'}`,
  '# bao_ve = 1: ô để trống vì quá ít phiếu, xem dòng nhom; don_vi + nhom = tong',
  `# khi dùng lại, ghi nguồn, bản và mã dữ liệu${system.demonstration ? '; DỮ LIỆU MINH HỌA, KHÔNG CÓ THẬT' : ''}`,
]

const csvOf = (system: System, one: Publication): string =>
  [
    byteOrderMark,
    csvLine(columns),
    ...one.rows.flatMap(row => linesOf(one, row).map(csvLine)),
    ...notesOf(system, one).map(note => `${note}\r\n`),
  ].join('')

const rulesOf = ({ rules }: Publication) => ({
  ...{ id: rules.id, name: rules.packName, version: rules.version },
  counting: countingOf(rules),
  values: Object.fromEntries(ruleKeys.map(key => [key, rules[key]])),
})

const jsonOf = (system: System, one: Publication): string => {
  const { results, questionnaire, cells } = one
  const told = cells.kind !== 'withheld'
  const file = {
    ...{ format: 'long-dan.results', formatVersion: 1, demonstration: system.demonstration },
    source: {
      address: `${system.publicUrl}${one.page}`,
      note: 'Khi dùng lại, ghi nguồn, bản và mã dữ liệu. · When you use this, name source, version and fingerprint.',
    },
    round: {
      ...{ id: one.id, name: one.name, title: one.title, area: one.area, version: one.version },
      ...{ ...one.days, fingerprint: one.fingerprint },
    },
    rules: rulesOf(one),
    questionnaire: {
      ...{ id: questionnaire.id, version: questionnaire.version, official: questionnaire.official },
      contents: questionnaire.contents.map(({ key, statement }) => ({ key, statement })),
    },
    results: {
      verdict: told ? one.verdict : null,
      coverage: results.area.coverage,
      overall: told ? results.area.overall.satisfied : null,
      anyDissatisfied: told ? results.area.anyDissatisfied : null,
    },
    protection: { ...usualCells, withheld: told ? null : cells.reason },
    unit: one.unit,
    rows: one.rows.map(row => ({ ...row, protected: row.answers === null })),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  json: { type: 'application/json; charset=utf-8', write: jsonOf },
} as const

export type OpenFormat = keyof typeof formats

const fileOf = (system: System, one: Publication, format: OpenFormat): PaperFile => ({
  name: `so-lieu - ${one.area}${one.version === null ? '' : ` - bản ${one.version}`}.${format}`,
  type: formats[format].type,
  bytes: Buffer.from(formats[format].write(system, one), 'utf8'),
})

const campaignPublication = async (
  system: System,
  campaignId: string,
): Promise<Result<Publication, 'campaign-unknown' | 'counts-contradict'>> => {
  const found = await findPublicResults(system, campaignId)
  if (!found.ok) return found
  const { campaign, cells, results, questionnaire, rules } = found.value
  const { id, name, title, version, fingerprint, jointId, communeName: area } = campaign
  const total = { ...results.area, name: area }
  const told = cells.kind === 'withheld' ? null : cells
  return ok({
    ...{ id, name, title, version, fingerprint, cells, results, questionnaire, rules },
    rows: openRows(told, { questionnaire, rules, heads: results.units, total }),
    ...{ page: `/ket-qua/${id}`, area, days: collectingDays(campaign) },
    ...{ unit: 'village', verdict: jointId === null ? results.verdict : null },
  })
}

/** The table of villages × contents of a counted campaign, as its files have it, and why it tells nothing where it does not. */
export const findOpenTable = async (system: System, campaignId: string) => {
  const found = await campaignPublication(system, campaignId)
  if (!found.ok) return found
  const { id, name, title, area, questionnaire, rules, cells, rows } = found.value
  return ok({
    ...{ id, name, title, area, questionnaire, rules, rows },
    withheld: cells.kind === 'withheld' ? cells.reason : null,
  })
}

/** The open data of a counted campaign: villages × contents, small cells protected. The same counts give the same bytes. */
export const makeOpenData = async (
  system: System,
  campaignId: string,
  format: OpenFormat,
): Promise<Result<PaperFile, 'campaign-unknown' | 'counts-contradict'>> => {
  const found = await campaignPublication(system, campaignId)
  return found.ok ? ok(fileOf(system, found.value, format)) : found
}

/** The open data of a joint campaign: communes × contents, small ones together. */
export const makeJointOpenData = async (
  system: System,
  id: string,
  format: OpenFormat,
): Promise<Result<PaperFile, 'joint-unknown' | 'joint-not-counted'>> => {
  const found = await findPublicJoint(system, id)
  if (!found.ok) return found
  const { joint, cells, rows, results, questionnaire, rules } = found.value
  const publication: Publication = {
    ...{ id, name: joint.name, title: joint.title, version: null, fingerprint: null, cells, rows },
    results,
    ...{ questionnaire, rules, page: `/ket-qua/nhieu-xa/${id}`, area: joint.areaName },
    ...{ days: { startsOn: joint.startsOn, endsOn: joint.endsOn }, unit: 'commune' },
    verdict: results.verdict,
  }
  return ok(fileOf(system, publication, format))
}
