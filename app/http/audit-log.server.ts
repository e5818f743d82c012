import { type Group, readGroup } from '#app/audit/group.ts'
import { type Day, readDay } from '#app/basics/day.ts'
import type { AuditQuestion } from '#app/services/audit-log.server.ts'
import { requestLanguage } from './language.server.ts'

/** The boxes of the filter as they were filled in. */
export type TypedAudit = {
  readonly campaignId: string
  readonly person: string
  readonly from: string
  readonly to: string
  readonly group: Group | ''
}

/** What is wrong with the days, by the field that shows it. */
export type AuditFaults = { readonly tu?: 'dayWrong' | 'daysReversed'; readonly den?: 'dayWrong' }

export type AskedAudit = {
  readonly typed: TypedAudit
  readonly faults: AuditFaults
  readonly question: AuditQuestion
}

const faultsOf = (
  typed: TypedAudit,
  days: { readonly from: Day | null; readonly to: Day | null },
): AuditFaults => {
  const { from, to } = days
  if (from && to && to < from) return { tu: 'daysReversed' }
  return {
    ...(typed.from !== '' && !from ? { tu: 'dayWrong' as const } : {}),
    ...(typed.to !== '' && !to ? { den: 'dayWrong' as const } : {}),
  }
}

const readSeq = (raw: string | null): number | null => {
  const seq = Number(raw)
  return Number.isSafeInteger(seq) && seq > 0 ? seq : null
}

/** Reads `?dot=…&nguoi=…&tu=…&den=…&nhom=…&truoc=…`; whatever is missing or unknown asks for everything. */
export const readAuditQuestion = (request: Request): AskedAudit => {
  const query = new URL(request.url).searchParams
  const text = (name: string) => (query.get(name) ?? '').normalize('NFC').trim().slice(0, 80)
  const group = readGroup(text('nhom'))
  const typed: TypedAudit = {
    campaignId: text('dot'),
    person: text('nguoi'),
    from: text('tu'),
    to: text('den'),
    group: group ?? '',
  }
  const days = { from: readDay(typed.from), to: readDay(typed.to) }
  return {
    typed,
    faults: faultsOf(typed, days),
    question: {
      ...days,
      group,
      campaignId: typed.campaignId || null,
      person: typed.person,
      below: readSeq(query.get('truoc')),
      language: requestLanguage(request),
    },
  }
}
