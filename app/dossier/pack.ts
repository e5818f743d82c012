import { z } from 'zod'
import type { Day } from '#app/basics/day.ts'
import { titles } from '#app/programme/titles.ts'
import { type BytesSha256, hexOf } from './merkle.ts'
import { PackUnreadable } from './pack-csv.ts'

/*
 * The evidence pack (gói bằng chứng): one zip from which anybody can count a closed campaign again without our database.
 * Its data files: pack-counts.ts, pack-survey.ts. Its log: audit/pack-log.ts. What papers it must give: pack-papers.ts.
 */

export const packFormat = 'long-dan-pack/1'

/** Where each file lies in the zip; papers lie under `papers/`. */
export const packPaths = {
  manifest: 'manifest.json',
  readMe: 'DOC-TRUOC.txt',
  verifier: 'verify.html',
  questionnaire: 'data/questionnaire.json',
  rules: 'data/rules.json',
  frame: 'data/frame.csv',
  outcomes: 'data/outcomes.csv',
  turnout: 'data/turnout.csv',
  ballots: 'data/ballots.csv',
  opinions: 'data/opinions.csv',
  sheets: 'data/sheets.json',
  receipts: 'data/receipts.csv',
  versions: 'data/versions.json',
  survey: 'data/survey.json',
  results: 'results.json',
  log: 'log.jsonl',
} as const

/** The files that nothing may change after closing: the data fingerprint is taken over them. In the order of their paths. */
export const closingPaths = [
  packPaths.ballots,
  packPaths.frame,
  packPaths.opinions,
  packPaths.outcomes,
  packPaths.questionnaire,
  packPaths.receipts,
  packPaths.rules,
  packPaths.sheets,
  packPaths.turnout,
] as const

export type ClosingPath = (typeof closingPaths)[number]

/** Files by their path in the pack; texts are UTF-8. */
export type PackFiles = ReadonlyMap<string, Uint8Array>

/** A text as the bytes of its file. */
export const bytesOfText = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The text of a file; throws PackUnreadable for bytes that are no UTF-8. */
export const textOfBytes = (path: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new PackUnreadable(path, null, 'no UTF-8 text')
  }
}

/** The text of one file of a pack; throws PackUnreadable when it is not there. */
export const fileText = (files: PackFiles, path: string): string => {
  const bytes = files.get(path)
  if (!bytes) throw new PackUnreadable(path, null, 'the file is missing')
  return textOfBytes(path, bytes)
}

/** SHA-256 of a file, 64 hex digits. */
export const hashOfFile = (bytes: Uint8Array, sha256: BytesSha256): string => hexOf(sha256(bytes))

/**
 * The data fingerprint (mã dữ liệu khi khóa): SHA-256 over a line `path sha256` for each file that closing fixed, in the
 * order of paths. Throws PackUnreadable when one is missing.
 */
export const dataFingerprintOf = (files: PackFiles, sha256: BytesSha256): string => {
  const lines = closingPaths.map(path => {
    const bytes = files.get(path)
    if (!bytes) throw new PackUnreadable(path, null, 'the file is missing')
    return `${path} ${hashOfFile(bytes, sha256)}\n`
  })
  return hashOfFile(bytesOfText(lines.join('')), sha256)
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value as Json
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]))
}

/** Writes JSON with its members in one order, whatever order they were made or stored in; two spaces deep, LF at its end. */
export const writeJson = (value: unknown): string => `${JSON.stringify(sorted(value), null, 2)}\n`

/** Reads JSON of a shape; throws PackUnreadable for anything else. */
export const readJson = <S extends z.ZodType>(path: string, text: string, shape: S): z.output<S> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new PackUnreadable(path, null, 'no JSON')
  }
  const read = shape.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new PackUnreadable(path, null, `${issue?.path.join('.')}: ${issue?.message}`)
}

/** A day in a JSON file. */
export const daySchema = z.iso.date().transform(raw => raw as Day)

/** SHA-256 as 64 hex digits. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

export const headSchema = z.object({ seq: z.int().min(1), hash: hashSchema })

export const manifestSchema = z.object({
  format: z.literal(packFormat),
  campaign: z.object({
    id: z.string(),
    name: z.string(),
    title: z.enum(titles),
    communeName: z.string(),
    provinceName: z.string(),
  }),
  /** The campaign's version: 1, and one more for each reopening. */
  version: z.int().min(1),
  /** The day on which the pack was made; its papers are dated with it. */
  madeOn: daySchema,
  /** The last link of the log when the pack was made; the papers print it too. */
  auditHead: headSchema,
  /** Taken over the pack's own files; the one taken at closing stands in the log and in `data/survey.json`. */
  dataFingerprint: hashSchema,
  /** Every file but the manifest, in the order of paths. */
  files: z.array(z.object({ path: z.string(), bytes: z.int().min(0), sha256: hashSchema })),
})

export type Manifest = z.output<typeof manifestSchema>

/** The text of `manifest.json`. */
export const writeManifest = (manifest: Manifest): string => writeJson(manifest)

/** Reads `manifest.json`. */
export const readManifest = (text: string): Manifest => readJson(packPaths.manifest, text, manifestSchema)

/** Paths in the order of a manifest: by code points, so that every machine has the same. */
export const byPath = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** What the manifest says of the files beside it. */
export const listFiles = (files: PackFiles, sha256: BytesSha256): Manifest['files'] =>
  [...files]
    .filter(([path]) => path !== packPaths.manifest)
    .sort(([a], [b]) => byPath(a, b))
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hashOfFile(bytes, sha256) }))
