import { z } from 'zod'
import type { Sha256 } from '#app/basics/log-chain.ts'
import type { ClosingPath, PackFiles } from './pack.ts'
import { fileText, packPaths, readJson, writeJson } from './pack.ts'
import {
  readBallots,
  readOpinions,
  readReceipts,
  writeBallots,
  writeOpinions,
  writeReceipts,
} from './pack-box.ts'
import { readFrame, readOutcomes, writeFrame, writeOutcomes } from './pack-frame.ts'

/*
 * The data fingerprint says that something was changed after closing; these digests say where. Closing writes one for each
 * village and part, each content and each rule into its line of the log, so that the chain holds them.
 */

/** What a digest is of: rows of one village in a file, a content or the head of the questionnaire, a rule, or all of a file. */
export const digestParts = [
  'frame',
  'outcomes',
  'turnout',
  'ballots',
  'opinions',
  'sheets',
  'receipts',
  'questionnaire',
  'content',
  'rule',
] as const

export type DigestPart = (typeof digestParts)[number]

/** One part of what closing fixed. */
export type PartOfClosing = {
  readonly part: DigestPart
  /** Village's id, content's or rule's key; `-` for what is one for the whole round. */
  readonly about: string
}

type Digest = PartOfClosing & { readonly digest: string }

const whole = '-'

type Piece = PartOfClosing & { readonly text: string }

/** Rows village by village, in the order in which villages first come. */
const byVillage = <R extends { readonly villageId: string }>(
  part: DigestPart,
  rows: readonly R[],
  write: (own: readonly R[]) => string,
): readonly Piece[] => {
  const groups = new Map<string, R[]>()
  for (const row of rows) groups.set(row.villageId, [...(groups.get(row.villageId) ?? []), row])
  return [...groups].map(([about, own]) => ({ part, about, text: write(own) }))
}

// JSON is read with all its members: a schema that knows fewer of them must not make another text of it.
const questionnaireShape = z.looseObject({ contents: z.array(z.looseObject({ key: z.string() })) })
const sheetsShape = z.array(z.looseObject({ villageId: z.string() }))
const rulesShape = z.record(z.string(), z.unknown())

const questionnairePieces = (files: PackFiles): readonly Piece[] => {
  const path = packPaths.questionnaire
  const { contents, ...head } = readJson(path, fileText(files, path), questionnaireShape)
  const keys = contents.map(({ key }) => key)
  return [
    { part: 'questionnaire', about: whole, text: writeJson({ ...head, keys }) },
    ...contents.map(content => ({ part: 'content' as const, about: content.key, text: writeJson(content) })),
  ]
}

const rulePieces = (files: PackFiles): readonly Piece[] => {
  const rules = readJson(packPaths.rules, fileText(files, packPaths.rules), rulesShape)
  return Object.entries(rules).map(([about, value]) => ({ part: 'rule', about, text: writeJson(value) }))
}

const piecesOf = (files: PackFiles): readonly Piece[] => {
  const text = (path: ClosingPath) => fileText(files, path)
  const contents = questionnairePieces(files).length - 1
  const sheets = readJson(packPaths.sheets, text(packPaths.sheets), sheetsShape)
  return [
    ...byVillage('frame', readFrame(text(packPaths.frame)), writeFrame),
    ...byVillage('outcomes', readOutcomes(text(packPaths.outcomes)), writeOutcomes),
    { part: 'turnout', about: whole, text: text(packPaths.turnout) },
    ...byVillage('ballots', readBallots(text(packPaths.ballots), contents), own =>
      writeBallots(own, contents),
    ),
    ...byVillage('opinions', readOpinions(text(packPaths.opinions)), writeOpinions),
    ...byVillage('sheets', sheets, writeJson),
    ...byVillage('receipts', readReceipts(text(packPaths.receipts)), writeReceipts),
    ...questionnairePieces(files),
    ...rulePieces(files),
  ]
}

/** Half a SHA-256, 32 hex digits: the fingerprint beside it is whole, and nobody finds another text for these 128 bits. */
const digestsOf = (files: PackFiles, sha256: Sha256): readonly Digest[] =>
  piecesOf(files).map(({ part, about, text }) => ({ part, about, digest: sha256(text).slice(0, 32) }))

/**
 * The digests of what closing fixes, as its line of the log holds them: a line `part about digest` for each. `files` are
 * the closing files; throws PackUnreadable when one is missing or is not what it should be.
 */
export const writeDigests = (files: PackFiles, sha256: Sha256): string =>
  digestsOf(files, sha256)
    .map(({ part, about, digest }) => `${part} ${about} ${digest}`)
    .join('\n')

const keyOf = ({ part, about }: PartOfClosing): string => `${part} ${about}`

/** A line may be of a part that a later product knows and this one does not: it is left out. */
const readDigests = (text: string): readonly Digest[] =>
  text.split('\n').flatMap(line => {
    const [, named, about, digest] = /^(\S+) (.+) ([0-9a-f]{32})$/.exec(line) ?? []
    const part = digestParts.find(one => one === named)
    return part && about && digest ? [{ part, about, digest }] : []
  })

/** How many digests closing wrote. */
export const countDigests = (logged: string): number => readDigests(logged).length

/** A part that is not what it was at closing: changed, gone, or not there then. */
export type ChangedPart = PartOfClosing & { readonly how: 'changed' | 'gone' | 'new' }

/**
 * What in the closing files is no longer what the digests of closing say (`logged`, as `writeDigests` wrote them), in the order
 * of the parts. Throws PackUnreadable as `writeDigests` does.
 */
export function changedSince(logged: string, files: PackFiles, sha256: Sha256): readonly ChangedPart[] {
  const before = new Map(readDigests(logged).map(one => [keyOf(one), one]))
  const now = new Map(digestsOf(files, sha256).map(one => [keyOf(one), one]))
  const gone = [...before.values()].filter(one => !now.has(keyOf(one)))
  const others = [...now.values()].filter(one => before.get(keyOf(one))?.digest !== one.digest)
  return [
    ...others.map(({ part, about }): ChangedPart => {
      const how = before.has(keyOf({ part, about })) ? 'changed' : 'new'
      return { part, about, how }
    }),
    ...gone.map(({ part, about }): ChangedPart => ({ part, about, how: 'gone' })),
  ].sort((a, b) => digestParts.indexOf(a.part) - digestParts.indexOf(b.part))
}
