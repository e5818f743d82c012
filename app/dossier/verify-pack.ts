import type { Sha256 } from '#app/basics/log-chain.ts'
import type { Inconsistent, Results } from '#app/verdict/compute.ts'
import { type BytesSha256, hexOf } from './merkle.ts'
import {
  bytesOfText,
  dataFingerprintOf,
  fileText,
  type Manifest,
  type PackFiles,
  packPaths,
  readManifest,
} from './pack.ts'
import { computePack } from './pack-counts.ts'
import { type PackData, readPackData } from './pack-survey.ts'
import { type Finding, guarded, guardedPart, joinParts, nothing, type Part } from './verify.ts'
import { verifyDigests } from './verify-digests.ts'
import { verifyFiles } from './verify-files.ts'
import { verifyFrame } from './verify-frame.ts'
import { verifyLog } from './verify-log.ts'
import { type PaperTools, verifyPapers } from './verify-papers.ts'
import { verifyReceipts } from './verify-receipts.ts'
import { verifyResults } from './verify-results.ts'
import { verifyFingerprint, verifySurvey } from './verify-survey.ts'
import { type Inflate, type Unzipped, unzip } from './verify-zip.ts'

/** What checking needs from outside: it knows no zip, no hash and no language of its own. */
export type VerifyTools = PaperTools & { readonly sha256: BytesSha256; readonly inflate: Inflate }

/** What came of checking a pack. */
export type Verification = Part & {
  /** False where what was given is no pack at all, not even a damaged one. */
  readonly usable: boolean
  /** Null where there is none that can be read. */
  readonly manifest: Manifest | null
  /** The contents of the ballot, by which findings name them. */
  readonly contents: readonly { readonly key: string; readonly number: number; readonly name: string }[]
}

type Opened = {
  readonly files: PackFiles
  readonly manifest: Manifest | null
  readonly data: PackData | null
  readonly computed: Results | Inconsistent | null
}

type Step = (opened: Opened, tools: VerifyTools) => Part

const ofText =
  (sha256: BytesSha256): Sha256 =>
  text =>
    hexOf(sha256(bytesOfText(text)))

const verifyLogOf: Step = ({ files, data, computed }, { sha256 }) => {
  if (!data) return nothing
  const fingerprint = dataFingerprintOf(files, sha256)
  const results = computed?.kind === 'consistent' ? computed : null
  return verifyLog({ files, data, fingerprint, results }, ofText(sha256))
}

const verifyPapersOf: Step = ({ files, manifest, data, computed }, tools) =>
  manifest && data && computed?.kind === 'consistent'
    ? verifyPapers(files, { manifest, data, results: computed }, tools)
    : nothing

/** Every check in its order, each with the file that is to blame when it cannot even be made. */
const steps: readonly (readonly [file: string, step: Step])[] = [
  [
    packPaths.manifest,
    ({ files, manifest }, { sha256 }) => (manifest ? verifyFiles(files, manifest, sha256) : nothing),
  ],
  [packPaths.survey, ({ manifest, data }) => (manifest && data ? verifySurvey(manifest, data) : nothing)],
  [
    packPaths.manifest,
    ({ files, manifest, data }, { sha256 }) =>
      manifest && data ? verifyFingerprint(files, { manifest, data }, sha256) : nothing,
  ],
  [
    packPaths.log,
    ({ files, data }, { sha256 }) => (data ? verifyDigests(files, data, ofText(sha256)) : nothing),
  ],
  [packPaths.frame, ({ data }) => (data ? verifyFrame(data) : nothing)],
  [
    packPaths.results,
    ({ files, data, computed }) => (data && computed ? verifyResults(files, data, computed) : nothing),
  ],
  [packPaths.receipts, ({ data }, { sha256 }) => (data ? verifyReceipts(data, sha256) : nothing)],
  [packPaths.log, verifyLogOf],
  ['papers/', verifyPapersOf],
]

/** How many steps checking takes, opening the zip among them. */
export const verifySteps = steps.length + 1

const packNames: readonly string[] = Object.values(packPaths)

/** A zip, if a broken one, or one in which something of a pack still stands. */
const isUsable = (zip: Uint8Array, { files, part }: Unzipped): boolean =>
  files.size > 0
    ? [...files.keys()].some(path => packNames.includes(path))
    : zip[0] === 0x50 && zip[1] === 0x4b && part.findings.length > 0

type Read = { readonly opened: Opened; readonly part: Part }

function readOpened(files: PackFiles): Read {
  const manifest = guarded(packPaths.manifest, () => readManifest(fileText(files, packPaths.manifest)))
  const data = guarded(packPaths.survey, () => readPackData(files))
  const computed = data.ok
    ? guarded(packPaths.ballots, () => computePack(data.value, data.value.survey.campaign.communeName))
    : null
  const findings = [manifest, data, computed].flatMap(read => (read && !read.ok ? [read.finding] : []))
  const skipped =
    data.ok && manifest.ok
      ? []
      : [{ code: 'not-checked' as const, text: 'data/, results.json, log.jsonl, papers/' }]
  return {
    opened: {
      files,
      manifest: manifest.ok ? manifest.value : null,
      data: data.ok ? data.value : null,
      computed: computed?.ok ? computed.value : null,
    },
    part: { findings, remarks: skipped, checked: [] },
  }
}

/** A file whose byte was changed shows by its check sum and by its hash: one finding is enough. */
const withoutEchoes = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    ({ code, place, expected }) =>
      code !== 'file-altered' ||
      expected !== undefined ||
      !findings.some(other => other.code === code && other.expected && other.place.file === place.file),
  )

const contentsOf = (data: PackData | null): Verification['contents'] =>
  (data?.questionnaire.contents ?? []).map(({ key, statement }, i) => ({
    ...{ key, number: i + 1 },
    name: statement.vi,
  }))

/**
 * Checks a pack, one step at a time so that a page can show how far it is; ends with what came of it. Whatever the bytes are,
 * it ends: what cannot be read is a finding.
 */
export function* verifyInSteps(zip: Uint8Array, tools: VerifyTools): Generator<number, Verification> {
  const unzipped = unzip(zip, tools.inflate)
  const usable = isUsable(zip, unzipped)
  yield 1
  const { opened, part } = readOpened(unzipped.files)
  const parts = [unzipped.part, part]
  for (const [i, [file, step]] of steps.entries()) {
    parts.push(guardedPart(file, () => step(opened, tools)))
    yield i + 2
  }
  const joined = joinParts(parts)
  return {
    ...joined,
    findings: withoutEchoes(joined.findings),
    usable,
    manifest: opened.manifest,
    contents: contentsOf(opened.data),
  }
}

/** Checks a pack at once. */
export function verifyPack(zip: Uint8Array, tools: VerifyTools): Verification {
  const running = verifyInSteps(zip, tools)
  let step = running.next()
  while (!step.done) step = running.next()
  return step.value
}
