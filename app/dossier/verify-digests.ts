import type { Sha256 } from '#app/basics/log-chain.ts'
import { fileText, type PackFiles, packPaths } from './pack.ts'
import type { ClosingData } from './pack-counts.ts'
import { type ChangedPart, changedSince, countDigests, type DigestPart } from './pack-digests.ts'
import { isOwn, type LogLine, readLog } from './pack-log.ts'
import { type Finding, guarded, nothing, type Part, partOf, type Remark } from './verify.ts'

const fileOf: { readonly [part in DigestPart]: string } = {
  frame: packPaths.frame,
  outcomes: packPaths.outcomes,
  turnout: packPaths.turnout,
  ballots: packPaths.ballots,
  opinions: packPaths.opinions,
  sheets: packPaths.sheets,
  receipts: packPaths.receipts,
  questionnaire: packPaths.questionnaire,
  content: packPaths.questionnaire,
  rule: packPaths.rules,
}

/** Parts that are one for the whole round. */
const undivided: readonly DigestPart[] = ['turnout', 'questionnaire']

const aboutOf = ({ part, about }: ChangedPart, { frame }: Pick<ClosingData, 'frame'>) => {
  if (part === 'content') return { content: about }
  if (part === 'rule') return { figure: `rule.${about}` }
  if (undivided.includes(part)) return {}
  return { village: frame.find(({ villageId }) => villageId === about)?.name ?? about }
}

/** A part that was changed after closing, by its village, content or rule, and by what of it. */
export const findingOfChange = (changed: ChangedPart, data: Pick<ClosingData, 'frame'>): Finding => ({
  code: `part-${changed.how}`,
  place: {
    ...{ file: fileOf[changed.part], figure: `part.${changed.part}` },
    ...aboutOf(changed, data),
  },
})

/** The digests that the last closing of the pack's own round wrote; null for one closed before there were any. */
export const digestsInLog = (lines: readonly LogLine[]): string | null => {
  const closed = lines.findLast(line => isOwn(line) && line.record.kind === 'campaign.closed')
  const digests = closed && isOwn(closed) ? closed.record.detail.digests : undefined
  return typeof digests === 'string' ? digests : null
}

const unnamed: Remark = { code: 'closed-without-digests' }

/**
 * What closing fixed, part by part, against the digests in its line of the log: which village, content or rule was changed
 * since. A round closed before there were digests has only its fingerprint, which knows no place.
 */
export function verifyDigests(
  files: PackFiles,
  data: Pick<ClosingData, 'frame'> & { readonly survey: { readonly fingerprint: string | null } },
  sha256: Sha256,
): Part {
  const log = guarded(packPaths.log, () => readLog(fileText(files, packPaths.log)))
  // What is wrong with the log itself is said where the log is followed.
  if (!log.ok) return nothing
  const logged = digestsInLog(log.value)
  if (logged === null) return data.survey.fingerprint === null ? nothing : { ...nothing, remarks: [unnamed] }
  const findings = changedSince(logged, files, sha256).map(changed => findingOfChange(changed, data))
  const numbers = { parts: countDigests(logged), villages: data.frame.length }
  return partOf(findings, { code: 'digests', numbers })
}
