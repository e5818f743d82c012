import type { BytesSha256 } from './merkle.ts'
import { dataFingerprintOf, type Manifest, type PackFiles, packPaths } from './pack.ts'
import type { PackData } from './pack-survey.ts'
import { type Finding, type Part, partOf, type Remark } from './verify.ts'
import { gapsBetween } from './verify-compare.ts'

/** What the manifest says of the campaign against what the data say. */
function manifestFindings(manifest: Manifest, { survey }: PackData): readonly Finding[] {
  const { id, name, title, communeName } = survey.campaign
  const { provinceName, version, auditHead } = survey
  const expected = { campaign: { id, name, title, communeName, provinceName }, version, auditHead }
  const { campaign, version: stated, auditHead: head } = manifest
  return gapsBetween(expected, { campaign, version: stated, auditHead: head }).map(
    ({ path, expected, found }): Finding => ({
      code: 'manifest-differs',
      place: { file: packPaths.manifest, figure: path.join('.') },
      expected,
      found,
    }),
  )
}

/** Every version before this one is kept, in order. */
function versionFindings({ survey, versions }: PackData): readonly Finding[] {
  const expected = Array.from({ length: survey.version - 1 }, (_, i) => i + 1).join(', ')
  const found = versions.map(({ version }) => version).join(', ')
  if (expected === found) return []
  return [{ code: 'version-differs', place: { file: packPaths.versions }, expected, found }]
}

/** Villages whose roots the survey gives and the frame does not have. */
function rootFindings({ survey, frame }: PackData): readonly Finding[] {
  const ids = new Set(frame.map(({ villageId }) => villageId))
  return Object.keys(survey.receiptsRoots)
    .filter(id => !ids.has(id))
    .map(village => ({ code: 'village-unknown', place: { file: packPaths.survey, village } }))
}

const remarksOf = ({ survey, versions }: PackData): readonly Remark[] => [
  ...(survey.demonstration ? [{ code: 'demonstration' as const }] : []),
  ...(versions.length > 0
    ? [
        {
          code: 'reopened' as const,
          numbers: { version: survey.version },
          text: versions.at(-1)?.reason ?? '',
        },
      ]
    : []),
]

/** What the pack says of itself: manifest, survey and versions against each other. */
export function verifySurvey(manifest: Manifest, data: PackData): Part {
  const findings = [...manifestFindings(manifest, data), ...versionFindings(data), ...rootFindings(data)]
  const numbers = { version: data.survey.version }
  return partOf(findings, { code: 'survey', numbers, text: data.survey.campaign.name }, remarksOf(data))
}

/**
 * The fingerprint of the data in the pack against the one that was taken when the round was closed: the manifest's, and the
 * survey's, which papers print. The log's is compared where the log is followed.
 */
export function verifyFingerprint(
  files: PackFiles,
  { manifest, data }: { readonly manifest: Manifest; readonly data: PackData },
  sha256: BytesSha256,
): Part {
  const found = dataFingerprintOf(files, sha256)
  const { fingerprint } = data.survey
  const findings: Finding[] = []
  if (manifest.dataFingerprint !== found)
    findings.push({
      ...{ code: 'fingerprint-differs', place: { file: packPaths.manifest, figure: 'dataFingerprint' } },
      ...{ expected: manifest.dataFingerprint, found },
    })
  if (fingerprint !== null && fingerprint !== found)
    findings.push({
      ...{ code: 'fingerprint-of-survey-differs', place: { file: packPaths.survey, figure: 'fingerprint' } },
      ...{ expected: fingerprint, found },
    })
  const remarks: readonly Remark[] = fingerprint === null ? [{ code: 'closed-without-fingerprint' }] : []
  return partOf(findings, { code: 'fingerprint', numbers: {}, text: found }, remarks)
}
