import { z } from 'zod'
import { type Day, readDay } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { type Title, titles } from '#app/programme/titles.ts'
import shipped from './title-papers.json'

/** Who owes a paper of a dossier: a role of ours, or an agency by its name. */
export const owners = [
  'peoples-committee',
  'commune-cadre',
  'coordination-office',
  'province-front',
  'agency',
] as const

export type Owner = (typeof owners)[number]

/** A file that somebody sends, or the report of the survey, which takes its place by itself. */
export const paperKinds = ['upload', 'satisfaction'] as const

const text = z.string().min(1)

const shippedSchema = z.object({
  /** What the suggested lists rest on, for whoever reads the data. */
  note: text,
  papers: z.record(
    text,
    z.object({
      name: text,
      kind: z.enum(paperKinds),
      owner: z.enum(owners),
      agency: text.optional(),
      source: text,
      status: z.enum(['confirmed', 'unconfirmed']),
    }),
  ),
  titles: z.record(z.enum(titles), z.array(text)),
})

/** By when a paper is owed, as a list for every year says it: month and day, `+` before it in the year after. */
const duePattern = /^\+?\d{2}-\d{2}$/

/** Shape of a paper of a list as it is stored. */
export const listedPaperSchema = z.object({
  /** Stays while the name changes: by it a list that was edited finds the papers of a dossier. */
  key: text,
  name: text,
  kind: z.enum(paperKinds),
  owner: z.enum(owners),
  /** Only where an agency owes it. */
  agency: z.string(),
  due: z.string().regex(duePattern).nullable(),
  /** Where it says that the paper belongs to the dossier, and whether that was held against the text. */
  source: z.string(),
  status: z.enum(['confirmed', 'unconfirmed']),
})

/** A paper of the list of a title. */
export type ListedPaper = Readonly<z.infer<typeof listedPaperSchema>>

/** The list of a title: version 0 is the suggested one of this product. */
export type PaperList = { readonly version: number; readonly papers: readonly ListedPaper[] }

const suggestions = shippedSchema.parse(shipped)

/** The suggested list of a title (danh mục gợi ý): nothing in it is confirmed, a province edits it. */
export const suggestedList = (title: Title): PaperList => ({
  version: 0,
  papers: suggestions.titles[title].map(key => {
    const paper = suggestions.papers[key]
    if (!paper) throw new Error(`the list of ${title} names no paper ${key}`)
    return { ...paper, key, agency: paper.agency ?? '', due: null }
  }),
})

/** Reads `31/10`: `10-31`; null when that is no day of every year. */
export const readDue = (
  typed: string,
  nextYear: boolean,
): Result<string | null, 'dossier-due-unreadable'> => {
  const cleaned = typed.trim()
  if (cleaned === '') return ok(null)
  const [, day, month] = /^(\d{1,2})\/(\d{1,2})$/.exec(cleaned) ?? []
  if (!day || !month) return no('dossier-due-unreadable')
  const due = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // 2026 has no 29 February: a day of every year is asked for.
  return readDay(`2026-${due}`) ? ok(nextYear ? `+${due}` : due) : no('dossier-due-unreadable')
}

/** The typed form of a due day: `31/10`. */
export const writeDue = (due: string | null): string => {
  if (due === null) return ''
  const [month, day] = due.replace('+', '').split('-')
  return `${day}/${month}`
}

/** The day by which a paper of the dossier of a year is owed. */
export const dueDay = (due: string | null, year: number): Day | null => {
  if (due === null) return null
  const late = due.startsWith('+')
  return readDay(`${late ? year + 1 : year}-${due.replace('+', '')}`)
}

/** Most papers of one list. */
export const mostPapers = 40

/** Why a list cannot be kept. */
export type ListFault =
  | 'dossier-list-empty'
  | 'dossier-list-long'
  | 'dossier-names-alike'
  | 'dossier-agency-missing'

/** Whether a list can be kept: some papers, each with a name of its own, agencies named. */
export const checkList = (papers: readonly ListedPaper[]): Result<null, ListFault> => {
  if (papers.length === 0) return no('dossier-list-empty')
  if (papers.length > mostPapers) return no('dossier-list-long')
  const names = new Set(papers.map(paper => paper.name.toLocaleLowerCase('vi')))
  if (names.size < papers.length) return no('dossier-names-alike')
  const nameless = papers.some(({ owner, agency }) => owner === 'agency' && agency === '')
  return nameless ? no('dossier-agency-missing') : ok(null)
}
