import { dayOf } from '#app/basics/day.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Language } from '#app/basics/language.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { byteOrderMark, csvLine, type PlainCell } from '#app/documents/csv-line.server.ts'
import { formatDate, formatShortTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translate.ts'
import type { AuditFilter } from '#db/queries/audit-listed.ts'
import {
  type AuditLine,
  type AuditQuestion,
  type AuditRefusal,
  permitReading,
  readLines,
} from './audit-log.server.ts'
import { type Context, change } from './context.server.ts'
import type { PaperFile } from './papers.server.ts'

/** Lines that one file holds at most: the newest. Some 15 MB of text. */
export const exportedLines = 50_000

/** Lines read at a time, so that others are answered in between. */
const bunch = 1000

const cellsOf = (line: AuditLine, language: Language): readonly PlainCell[] => {
  const t = translator(language)
  const time =
    'day' in line.at
      ? formatDate(line.at.day, language)
      : formatShortTime(new Date(line.at.instant), language)
  const who = line.who.kind === 'account' ? line.who.name : t(`audit.who.${line.who.kind}`)
  return [line.seq, time, who, line.campaign?.name ?? null, line.sentence, line.hash]
}

type Collected = { readonly texts: readonly string[]; readonly lines: number; readonly more: boolean }

const collect = async (
  context: Context,
  filter: AuditFilter,
  question: AuditQuestion,
): Promise<Collected> => {
  const { language } = question
  const texts: string[] = []
  let below: number | null = null
  let lines = 0
  while (lines < exportedLines) {
    const read: readonly AuditLine[] = await readLines(context, filter, { below, language, limit: bunch })
    texts.push(read.map(line => csvLine(cellsOf(line, language))).join(''))
    lines += read.length
    below = read.at(-1)?.seq ?? null
    if (read.length < bunch) return { texts, lines, more: false }
  }
  const next = await readLines(context, filter, { below, language, limit: 1 })
  return { texts, lines, more: next.length > 0 }
}

/**
 * The lines that were asked for as a .csv file, newest first, at most `exportedLines`; a last line says when there are
 * more. Taking them along is an event of its own.
 */
export const exportAuditLog = async (
  context: Context,
  question: AuditQuestion,
): Promise<Result<PaperFile, AuditRefusal>> => {
  const asked = await permitReading(context, question)
  if (!asked.ok) return asked
  const t = translator(question.language)
  const columns = ['number', 'time', 'who', 'campaign', 'what', 'hash'] as const
  const { texts, lines, more } = await collect(context, asked.value.filter, question)
  const head = csvLine(columns.map(column => t(`audit.column.${column}`)))
  const end = more ? csvLine([t('audit.capped', { count: exportedLines })]) : ''
  const bytes = Buffer.from([byteOrderMark, head, ...texts, end].join(''), 'utf8')
  const name = `${t('audit.fileName')} ${dayOf(context.clock())}.csv`
  const about = asked.value.campaign ? { campaignId: asked.value.campaign.id as CampaignId } : {}
  return change(context, async ({ record }) => {
    record({ kind: 'audit.exported', lines }, about)
    return ok({ name, type: 'text/csv; charset=utf-8', bytes })
  })
}
