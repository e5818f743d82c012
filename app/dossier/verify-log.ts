import type { Sha256 } from '#app/basics/log-chain.ts'
import type { Results } from '#app/verdict/compute.ts'
import { fileText, packPaths } from './pack.ts'
import { followLog, isOwn, type LogLine, type OwnLine, readLog } from './pack-log.ts'
import type { Finding, Part, Remark } from './verify.ts'
import { partOf } from './verify.ts'
import { eventFindings, type LoggedPack } from './verify-log-events.ts'

/** Whether a line is of the older scheme, in which a link of others is taken as it is given. */
const isOld = (line: LogLine): boolean => 'scheme' in line && line.scheme === 1

/** The first line of the older scheme where the newer one had begun: nobody writes one, and its hash would be taken as given. */
function schemeFinding(lines: readonly LogLine[]): readonly Finding[] {
  const begun = lines.findIndex(line => !isOld(line) || carriesFingerprint(line))
  const back = begun < 0 ? undefined : lines.slice(begun).find(isOld)
  return back
    ? [{ code: 'link-altered', place: { file: packPaths.log, link: back.seq, figure: 'scheme' } }]
    : []
}

/** Fingerprints came with the newer scheme. */
const carriesFingerprint = (line: LogLine): boolean => isOwn(line) && 'fingerprint' in line.record.detail

/** The last line before one that does not hold of which the hash is known. */
const lastCertain = (lines: readonly LogLine[], seq: number): number =>
  lines.findLast(line => line.seq < seq && 'hash' in line)?.seq ?? 0

function chainFindings(lines: readonly LogLine[], pack: LoggedPack, sha256: Sha256): readonly Finding[] {
  const file = packPaths.log
  const followed = followLog(lines, sha256)
  if (!followed.ok) {
    const { code, seq } = followed
    const certain = lastCertain(lines, seq)
    const range = code === 'link-altered' && certain < seq - 1 ? { at: `${certain + 1}–${seq}` } : {}
    return [{ code, place: { file, link: seq, ...range } }]
  }
  const { auditHead } = pack.data.survey
  if (followed.seq === auditHead.seq && followed.hash === auditHead.hash) return []
  return [
    {
      ...{ code: 'log-head-differs', place: { file, link: followed.seq } },
      ...{ expected: `${auditHead.seq} ${auditHead.hash}`, found: `${followed.seq} ${followed.hash}` },
    },
  ]
}

const strangers = (own: readonly OwnLine[], id: string): readonly Finding[] =>
  own
    .filter(({ record }) => record.campaignId !== id)
    .map(({ seq }) => ({
      code: 'log-event-differs',
      place: { file: packPaths.log, link: seq, figure: 'campaignId' },
    }))

const remarksOf = (lines: readonly LogLine[]): readonly Remark[] => {
  const links = lines.filter(line => isOld(line) && !isOwn(line)).length
  return links === 0 ? [] : [{ code: 'links-taken-as-given', numbers: { links } }]
}

/**
 * The log from its first line to the head that papers print: every link of this campaign in full, those of others by their
 * digests. What it says of closing, reopening, posting and hand counts is put against the data.
 */
export function verifyLog(pack: LoggedPack & { readonly results: Results | null }, sha256: Sha256): Part {
  const lines = readLog(fileText(pack.files, packPaths.log))
  const own = lines.filter(isOwn)
  const findings = [
    ...schemeFinding(lines),
    ...chainFindings(lines, pack, sha256),
    ...strangers(own, pack.data.survey.campaign.id),
    ...eventFindings(own, pack),
  ]
  const numbers = { links: lines.length, own: own.length }
  return partOf(findings, { code: 'log', numbers }, remarksOf(lines))
}
