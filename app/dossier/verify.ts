import { PackUnreadable } from './pack-csv.ts'

/** What does not agree in a pack, as a literal code that is also the key of its text. */
export type FindingCode =
  | 'zip-broken'
  | 'zip-altered'
  | 'zip-too-large'
  | 'file-missing'
  | 'file-unlisted'
  | 'file-altered'
  | 'file-size'
  | 'file-unreadable'
  | 'manifest-differs'
  | 'fingerprint-differs'
  | 'fingerprint-of-log-differs'
  | 'fingerprint-of-survey-differs'
  | 'log-fingerprint-missing'
  | 'part-changed'
  | 'part-gone'
  | 'part-new'
  | 'frame-differs'
  | 'village-unknown'
  | 'village-twice'
  | 'ballots-differ'
  | 'counts-inconsistent'
  | 'sheet-inconsistent'
  | 'opinion-unknown'
  | 'results-differ'
  | 'outcomes-differ'
  | 'turnout-differs'
  | 'receipt-twice'
  | 'receipts-root-differs'
  | 'receipts-count-differs'
  | 'version-differs'
  | 'link-missing'
  | 'link-altered'
  | 'log-head-differs'
  | 'log-event-missing'
  | 'log-event-differs'
  | 'paper-missing'
  | 'paper-unexpected'
  | 'paper-unreadable'
  | 'paper-foreign-content'
  | 'paper-differs'
  | 'paper-not-makeable'

/** Where: what is known of the place, in the words of the pack. */
export type Place = {
  readonly file?: string
  readonly line?: number
  readonly village?: string
  /** Key of a content. */
  readonly content?: string
  /** Name of a figure, e.g. `satisfied.part`. */
  readonly figure?: string
  /** Number of a link of the log. */
  readonly link?: number
  /** Place in a paper: a cell, or a text's number. */
  readonly at?: string
}

/** Something that does not agree. */
export type Finding = {
  readonly code: FindingCode
  readonly place: Place
  readonly expected?: string
  readonly found?: string
}

/** Something that is worth knowing and proves nothing wrong. */
export type Remark = {
  readonly code:
    | 'closed-without-fingerprint'
    | 'closed-without-digests'
    | 'links-taken-as-given'
    | 'pdf-letters-only'
    | 'demonstration'
    | 'counted-by-hand'
    | 'reopened'
    | 'not-checked'
  readonly numbers?: Readonly<Record<string, number>>
  readonly text?: string
}

/** Something that was checked and agrees, with how many of what. */
export type Checked = {
  readonly code:
    | 'zip'
    | 'files'
    | 'fingerprint'
    | 'digests'
    | 'log'
    | 'frame'
    | 'ballots'
    | 'results'
    | 'receipts'
    | 'survey'
    | 'papers'
  readonly numbers: Readonly<Record<string, number>>
  readonly text?: string
}

/** What checking one part gave: a part without findings carries what agrees. */
export type Part = {
  readonly findings: readonly Finding[]
  readonly remarks: readonly Remark[]
  readonly checked: readonly Checked[]
}

export const nothing: Part = { findings: [], remarks: [], checked: [] }

/** What is agreed, unless something was found. */
export const partOf = (
  findings: readonly Finding[],
  checked: Checked,
  remarks: readonly Remark[] = [],
): Part => ({
  findings,
  remarks,
  checked: findings.length === 0 ? [checked] : [],
})

/** Parts together, in order. */
export const joinParts = (parts: readonly Part[]): Part => ({
  findings: parts.flatMap(part => part.findings),
  remarks: parts.flatMap(part => part.remarks),
  checked: parts.flatMap(part => part.checked),
})

/** A file that is not what it should be, as a finding. */
const findingOf = ({ path, line, why }: PackUnreadable): Finding => {
  const place = line === null ? { file: path } : { file: path, line }
  if (why === 'the file is missing') return { code: 'file-missing', place }
  return { code: 'file-unreadable', place, found: why }
}

/** Whatever a pack holds, checking it ends with findings: an error of any kind means that `file` cannot be what it says. */
export function guarded<T>(
  file: string,
  work: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly finding: Finding } {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof PackUnreadable) return { ok: false, finding: findingOf(error) }
    const found = error instanceof Error ? error.message : String(error)
    return { ok: false, finding: { code: 'file-unreadable', place: { file }, found } }
  }
}

/** A part whose checking may meet anything. */
export const guardedPart = (file: string, work: () => Part): Part => {
  const done = guarded(file, work)
  return done.ok ? done.value : { ...nothing, findings: [done.finding] }
}
