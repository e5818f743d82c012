import { createHash } from 'node:crypto'
import type { AreaPath } from '#app/account/area.ts'
import type { Person } from '#app/account/person.ts'
import { dayOf } from '#app/basics/day.ts'
import type { Paged, Slice } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { type LongTable, streamCsv } from '#app/documents/rows-csv.server.ts'
import { streamXlsx } from '#app/documents/rows-xlsx.server.ts'
import { translator } from '#app/i18n/translate.ts'
import type { Title } from '#app/programme/titles.ts'
import {
  type ExportCampaign,
  type ExportFilter,
  type ExportFormat,
  type ExportRow,
  insertExport,
  listExportCampaigns,
  listExports,
  listExportYears,
  type NewExport,
  updateExportEnded,
} from '#db/queries/ballot-exports.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Context, change, newId, permit } from './context.server.ts'
import { tableOf } from './exports-table.server.ts'

/** Which ballots are asked for; null leaves a thing open. */
export type ExportQuestion = {
  readonly title: Title | null
  /** The year in which collecting was to begin. */
  readonly year: number | null
  readonly campaignId: string | null
}

export type ExportFault = 'campaign-unknown' | 'forbidden' | 'export-empty' | 'export-busy'

/** Whoever may take ballots out, with the areas in which they may. */
const permitExport = async (
  context: Context,
  { campaignId }: Pick<ExportQuestion, 'campaignId'>,
): Promise<Result<Person, 'campaign-unknown' | 'forbidden'>> => {
  if (campaignId !== null) {
    const permitted = await permitOnCommune(context, 'ballots.export', campaignId)
    return permitted.ok ? ok(permitted.value.person) : permitted
  }
  return permit(context, 'ballots.export', context.person?.areas[0] ?? '')
}

/** What the page for exports shows: what would be in a file, and the files that were asked for. */
export type ExportDesk = {
  readonly campaigns: readonly ExportCampaign[]
  readonly ballots: number
  readonly years: readonly number[]
  /** Every counted campaign of the areas of the person asking, to choose one. */
  readonly choices: readonly Pick<ExportCampaign, 'id' | 'name' | 'communeName'>[]
  readonly exports: Paged<ExportRow & { readonly interrupted: boolean }>
}

/** After so long nobody is still taking a file in: its process was stopped. Milliseconds. */
const longestExport = 2 * 3_600_000

/** What would be in a file of ballots, and the list of files asked for in the areas of the person asking. */
export const findExportDesk = async (
  context: Context,
  question: ExportQuestion,
  slice: Slice,
): Promise<Result<ExportDesk, 'campaign-unknown' | 'forbidden'>> => {
  const permitted = await permitExport(context, question)
  if (!permitted.ok) return permitted
  const scope = permitted.value.areas
  const campaigns = await listExportCampaigns(context.db, { ...question, scope })
  const all = await listExportCampaigns(context.db, { scope, title: null, year: null, campaignId: null })
  const exports = await listExports(context.db, scope, slice)
  const now = context.clock().getTime()
  return ok({
    campaigns,
    ballots: campaigns.reduce((sum, one) => sum + one.ballots, 0),
    years: await listExportYears(context.db, scope),
    choices: all.map(({ id, name, communeName }) => ({ id, name, communeName })),
    exports: {
      ...exports,
      rows: exports.rows.map(row => ({
        ...row,
        interrupted: row.state === 'running' && now - row.startedAt.getTime() > longestExport,
      })),
    },
  })
}

/** A file on its way: what is read from it is packed, hashed and noted. Whoever stops reading must say so (`return`). */
export type ExportFile = {
  readonly name: string
  readonly type: string
  readonly chunks: AsyncIterator<Uint8Array>
}

const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: (table: LongTable) => streamCsv(table) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (table: LongTable) => streamXlsx(table),
  },
} as const

/** Each holds a connection for as long as its reader takes. */
const mostAtOnce = 2
let running = 0

/** Counts rows as they are read. */
const counted = (table: LongTable) => {
  const count = { rows: 0 }
  async function* bunches() {
    for await (const bunch of table.bunches) {
      count.rows += bunch.length
      yield bunch
    }
  }
  return { count, table: { ...table, bunches: bunches() } }
}

const noteStart = async (context: Context, one: NewExport): Promise<void> => {
  const { id, format, campaigns } = one
  await change(context, async ({ tx, record }) => {
    await insertExport(tx, one)
    record({ kind: 'export.started', export: id, format, campaigns })
    return ok(null)
  })
}

type Ending = { readonly rows: number; readonly sha256: string | null }

const noteEnd = async (
  context: Context,
  one: { readonly id: string; readonly format: ExportFormat },
  { rows, sha256 }: Ending,
): Promise<void> => {
  const about = { export: one.id, format: one.format, rows }
  await change(context, async ({ tx, record }) => {
    await updateExportEnded(tx, one.id, { endedAt: context.clock(), rows, sha256 })
    record(
      sha256 === null ? { kind: 'export.failed', ...about } : { kind: 'export.finished', ...about, sha256 },
    )
    return ok(null)
  })
}

/** Hashes what passes, and tells once how it ended: whole, broken, or left by its reader. A file whose end cannot be noted is broken. */
const watched = (
  source: AsyncGenerator<Uint8Array>,
  end: (sha256: string | null) => Promise<void>,
): AsyncIterator<Uint8Array> => {
  const hash = createHash('sha256')
  let ended = false
  const endOnce = async (sha256: string | null) => {
    if (ended) return
    ended = true
    running -= 1
    await end(sha256)
  }
  return {
    async next() {
      try {
        const step = await source.next()
        if (step.done) await endOnce(hash.digest('hex'))
        else hash.update(step.value)
        return step
      } catch (error) {
        await endOnce(null)
        throw error
      }
    },
    async return() {
      await source.return(undefined)
      await endOnce(null)
      return { done: true, value: undefined }
    },
  }
}

/** What was asked for, as the list of files says it. */
const aboutOf = ({ title, year }: ExportQuestion, campaigns: readonly ExportCampaign[]): string => {
  const [only, ...others] = campaigns
  if (only && others.length === 0) return `${only.name} · ${only.communeName}`
  const t = translator('vi')
  return [title ? t(`term.title.${title}`) : 'Mọi danh hiệu', year ? `năm ${year}` : 'mọi năm'].join(', ')
}

const scopeOf = (campaigns: readonly ExportCampaign[]): readonly AreaPath[] => [
  ...new Set(campaigns.map(({ communePath }) => communePath)),
]

/**
 * Begins a file of all ballots of counted campaigns, for staff who may take them out; the ballots of a commune's rounds only
 * for that commune. Rows and hash are in the log at its end, or that it broke off.
 */
export const exportBallots = async (
  context: Context,
  question: ExportQuestion,
  format: ExportFormat,
): Promise<Result<ExportFile, ExportFault>> => {
  const permitted = await permitExport(context, question)
  if (!permitted.ok) return permitted
  const filter: ExportFilter = { ...question, scope: permitted.value.areas }
  const campaigns = await listExportCampaigns(context.db, filter)
  if (campaigns.length === 0) return no('export-empty')
  if (running >= mostAtOnce) return no('export-busy')
  running += 1
  const one = { id: newId(context), format, campaigns: campaigns.length }
  try {
    const { count, table } = counted(await tableOf(context, { filter, campaigns }))
    await noteStart(context, {
      ...{ ...one, accountId: permitted.value.id, scope: scopeOf(campaigns) },
      ...{ about: aboutOf(question, campaigns), startedAt: context.clock() },
    })
    return ok({
      name: `phieu-${dayOf(context.clock())}.${format}`,
      type: formats[format].type,
      chunks: watched(formats[format].write(table), sha256 =>
        noteEnd(context, one, { rows: count.rows, sha256 }),
      ),
    })
  } catch (error) {
    running -= 1
    throw error
  }
}
