import type { Day } from '#app/basics/day.ts'
import type { Results } from '#app/verdict/compute.ts'
import { type BytesSha256, hexOf } from './merkle.ts'
import {
  byPath,
  bytesOfText,
  dataFingerprintOf,
  listFiles,
  type PackFiles,
  packFormat,
  packPaths,
  writeJson,
  writeManifest,
} from './pack.ts'
import { closingFilesOf } from './pack-counts.ts'
import { writeReadMe } from './pack-read-me.ts'
import { type PackData, writeSurveyFile, writeVersions } from './pack-survey.ts'
import type { Finding } from './verify.ts'
import { verifyDigests } from './verify-digests.ts'

/** What a pack is made of. */
export type PackMaterial = {
  readonly data: PackData
  /** As the product computed them. */
  readonly results: Results
  /** The text of the log. */
  readonly log: string
  /** Papers as files by their paths. */
  readonly papers: PackFiles
  /** The page that checks a pack; null where it was not built. */
  readonly verifier: Uint8Array | null
  readonly madeOn: Day
}

/** A pack's files in the order of its zip, the fingerprint of its data, and what of them was changed after closing. */
export type BuiltPack = {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly dataFingerprint: string
  readonly changed: readonly Finding[]
}

type Told = Pick<BuiltPack, 'dataFingerprint' | 'changed'>

const filesBeside = (material: PackMaterial, told: Told): PackFiles => {
  const { data, results, log, papers, verifier, madeOn } = material
  const readMe = writeReadMe({ data, madeOn, ...told, verifier: verifier !== null })
  return new Map<string, Uint8Array>([
    ...closingFilesOf(data),
    [packPaths.versions, bytesOfText(writeVersions(data.versions))],
    [packPaths.survey, bytesOfText(writeSurveyFile(data.survey))],
    [packPaths.results, bytesOfText(writeJson(results))],
    [packPaths.log, bytesOfText(log)],
    [packPaths.readMe, bytesOfText(readMe)],
    ...(verifier ? [[packPaths.verifier, verifier] as const] : []),
    ...papers,
  ])
}

/** What somebody who unpacks it should see first. */
const foremost: readonly string[] = [packPaths.readMe, packPaths.verifier, packPaths.manifest]

const inOrder = (a: string, b: string): number => {
  const place = (path: string) => (foremost.includes(path) ? foremost.indexOf(path) : foremost.length)
  return place(a) - place(b) || byPath(a, b)
}

/** The parts of the data that are no longer what the log's line of closing says. */
const changedIn = ({ data, log }: PackMaterial, sha256: BytesSha256): readonly Finding[] => {
  const files = new Map<string, Uint8Array>([...closingFilesOf(data), [packPaths.log, bytesOfText(log)]])
  return verifyDigests(files, data, text => hexOf(sha256(bytesOfText(text)))).findings
}

/** Puts a pack together: the same material always gives the same files in the same order. */
export const buildPack = (material: PackMaterial, sha256: BytesSha256): BuiltPack => {
  const dataFingerprint = dataFingerprintOf(closingFilesOf(material.data), sha256)
  const changed = changedIn(material, sha256)
  const files = new Map(filesBeside(material, { dataFingerprint, changed }))
  const { campaign, provinceName, version, auditHead } = material.data.survey
  const { id, name, title, communeName } = campaign
  const manifest = writeManifest({
    format: packFormat,
    campaign: { id, name, title, communeName, provinceName },
    ...{ version, madeOn: material.madeOn, auditHead, dataFingerprint },
    files: [...listFiles(files, sha256)],
  })
  files.set(packPaths.manifest, bytesOfText(manifest))
  const ordered = [...files].sort(([a], [b]) => inOrder(a, b)).map(([path, bytes]) => ({ name: path, bytes }))
  return { files: ordered, dataFingerprint, changed }
}
