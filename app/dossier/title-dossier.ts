import type { Role } from '#app/account/person.ts'
import type { Day } from '#app/basics/day.ts'
import { isCounted, type State } from '#app/campaign/campaign.ts'
import { type Title, titles } from '#app/programme/titles.ts'
import type { ListedPaper, Owner } from './title-papers.ts'

/** Titles for which a commune has a dossier of its own; districts are historical since 1/7/2025. */
export const dossierTitles: readonly Title[] = titles.filter(title => title !== 'district-standard')

/**
 * Where the survey of a title comes from. `round`: a round held here, whose report takes its place by itself. `sent`: a norm
 * demands it (QĐ 04/2022/QĐ-TTg, HD 91/HD-MTTW-BTT) and no round can be held here, since its ballot and its coverage are not
 * known; the report is a file like any other. `local`: whether there is one is for the province to say (domain §4).
 */
export type SurveySource = 'round' | 'sent' | 'local'

/** Where the survey of a title comes from. */
export const surveySource = (title: Title): SurveySource => {
  if (title === 'ward-civilised') return 'sent'
  return title === 'village-model' ? 'local' : 'round'
}

/** Papers of a list as a dossier can meet them: where no round is held, the report is sent by somebody. */
export const meetable = (title: Title, papers: readonly ListedPaper[]): readonly ListedPaper[] =>
  surveySource(title) === 'round' ? papers : papers.map(paper => ({ ...paper, kind: 'upload' }))

/** Đang lập · Đủ giấy · Đã nộp. */
export const dossierStates = ['preparing', 'complete', 'submitted'] as const

export type DossierState = (typeof dossierStates)[number]

/** The round whose report belongs to a dossier. */
export type DossierRound = {
  readonly id: string
  readonly name: string
  readonly state: State
  readonly version: number
}

/**
 * Chưa có · Đã nộp · Đã thay · Không áp dụng; of the report besides: Chưa thẩm tra xong (its round is counted and not
 * verified) · Đang làm lại (its round was reopened).
 */
export const paperStates = [
  'missing',
  'there',
  'replaced',
  'not-applicable',
  'unverified',
  'redoing',
] as const

export type PaperState = (typeof paperStates)[number]

type Standing = {
  readonly kind: ListedPaper['kind']
  readonly notApplicable: string | null
  /** Files that stand, and how many of them took another's place. */
  readonly files: number
  readonly replacing: number
}

/** Whether the signed note of verification belongs to the present version of a round: only signing it leads here. */
export const isVerified = ({ state }: Pick<DossierRound, 'state'>): boolean =>
  state === 'verified' || state === 'filed'

const reportState = (round: DossierRound | null): PaperState => {
  if (!round) return 'missing'
  if (isVerified(round)) return 'there'
  return isCounted(round.state) ? 'unverified' : 'redoing'
}

/** Where a paper stands; the survey's report follows its round, and whether it applies is not asked. */
export const paperState = (paper: Standing, round: DossierRound | null): PaperState => {
  if (paper.kind === 'satisfaction') return reportState(round)
  if (paper.notApplicable !== null) return 'not-applicable'
  if (paper.files === 0) return 'missing'
  return paper.replacing > 0 ? 'replaced' : 'there'
}

const settledStates: readonly PaperState[] = ['there', 'replaced', 'not-applicable']

/** Whether nobody owes the paper any more. */
export const isSettled = (state: PaperState): boolean => settledStates.includes(state)

/** Whether a paper is owed and its day has passed. */
export const isLate = (
  { state, dueOn }: { readonly state: PaperState; readonly dueOn: Day | null },
  today: Day,
): boolean => dueOn !== null && dueOn < today && !isSettled(state)

/** Where a dossier stands: submitted once and for all, else by whether something is still owed. */
export const dossierState = (
  submittedOn: Day | null,
  papers: readonly { readonly state: PaperState }[],
): DossierState => {
  if (submittedOn !== null) return 'submitted'
  return papers.every(({ state }) => isSettled(state)) ? 'complete' : 'preparing'
}

/**
 * Whether a role may put this paper in: a commune's Front everything, everybody else what they owe and what an agency
 * sends them. The survey's report is put in by nobody.
 */
export const mayPut = (role: Role, { kind, owner }: Pick<ListedPaper, 'kind' | 'owner'>): boolean => {
  if (kind === 'satisfaction') return false
  const own: readonly Owner[] = ['agency', ...(role === owner ? [owner] : [])]
  return role === 'commune-cadre' || own.includes(owner)
}

/** A paper of a dossier as the list of a title meets it again. */
export type KeptPaper = {
  readonly id: string
  readonly key: string
  /** Files of its history, standing or not. */
  readonly everFiles: number
}

/** What taking a list over would do to a dossier. */
export type TakeOver = {
  readonly add: readonly ListedPaper[]
  readonly change: readonly { readonly id: string; readonly paper: ListedPaper }[]
  /** Ids of papers that no list names and that hold nothing. */
  readonly remove: readonly string[]
  /** Ids of papers that no list names and that hold files: they stay. */
  readonly keep: readonly string[]
}

/** How a dossier takes a later list over: nothing that somebody sent is lost. */
export const takeOver = (kept: readonly KeptPaper[], list: readonly ListedPaper[]): TakeOver => {
  const byKey = new Map(list.map(paper => [paper.key, paper]))
  const known = new Set(kept.map(({ key }) => key))
  const gone = kept.filter(({ key }) => !byKey.has(key))
  return {
    add: list.filter(({ key }) => !known.has(key)),
    change: kept.flatMap(({ id, key }) => {
      const paper = byKey.get(key)
      return paper ? [{ id, paper }] : []
    }),
    remove: gone.filter(({ everFiles }) => everFiles === 0).map(({ id }) => id),
    keep: gone.filter(({ everFiles }) => everFiles > 0).map(({ id }) => id),
  }
}
