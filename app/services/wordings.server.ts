import type { Kysely } from 'kysely'
import { no, ok, type Result } from '#app/basics/result.ts'
import {
  type PaperWording,
  textsOf,
  unknownPlaceholders,
  type WordedPaper,
  type Wordings,
  type WordingText,
  wordedPapers,
  wordingSchema,
} from '#app/dossier/paper-wording.ts'
import { findProvince } from '#db/queries/areas.ts'
import { insertWording, listWordings, type WordingRow } from '#db/queries/wordings.ts'
import type { Database } from '#db/schema.ts'
import { type Context, change, permit } from './context.server.ts'

const readRow = (row: WordingRow): PaperWording => wordingSchema.parse(row.words)

/** The words with which a paper of this province is made now; a paper whose last version is empty has the usual ones. */
export const wordingsOf = async (db: Kysely<Database>, provinceId: string): Promise<Wordings> => {
  const rows = await listWordings(db, provinceId)
  const newest = wordedPapers.flatMap(paper => {
    const row = rows.find(one => one.paper === paper)
    const wording = row && readRow(row)
    return wording && textsOf(wording).length > 0 ? [[paper, wording] as const] : []
  })
  return Object.fromEntries(newest)
}

/** A version of the words of one paper. */
export type WordingVersion = {
  readonly wording: PaperWording
  readonly enteredBy: string
  readonly enteredAt: Date
}

/** The words of one paper with every version there was, the newest first. */
export type WordingHistory = { readonly paper: WordedPaper; readonly versions: readonly WordingVersion[] }

export type WordingDesk = { readonly provinceName: string; readonly papers: readonly WordingHistory[] }

const findOwnProvince = async (context: Context) => {
  const province = await findProvince(context.db)
  const permitted = await permit(context, 'wording.edit', province?.path ?? '')
  if (!permitted.ok) return permitted
  // Nobody may do anything in a province that is not there.
  return province ? ok({ province, person: permitted.value }) : no('forbidden')
}

/** The words of every paper of the province, for whoever may change them. */
export const findWordings = async (context: Context): Promise<Result<WordingDesk, 'forbidden'>> => {
  const own = await findOwnProvince(context)
  if (!own.ok) return own
  const { province } = own.value
  const rows = await listWordings(context.db, province.id)
  const papers = wordedPapers.map(paper => ({
    paper,
    versions: rows
      .filter(row => row.paper === paper)
      .map(row => ({ wording: readRow(row), enteredBy: row.createdBy, enteredAt: row.createdAt })),
  }))
  return ok({ provinceName: province.name, papers })
}

type Edit = {
  readonly paper: WordedPaper
  /** The version the person had before their eyes; 0 where there was none. */
  readonly version: number
  readonly text: WordingText
}

export type WordingFault =
  | 'forbidden'
  | 'wording-outdated'
  | 'wording-placeholder-unknown'
  | 'nothing-changed'

const sameText = (a: WordingText | undefined, b: WordingText): boolean => {
  const parts = ({
    letterhead,
    symbol,
    place,
    opening,
    closing,
    recipients,
    signer,
    signedBy,
  }: WordingText) =>
    JSON.stringify([letterhead, symbol, place, opening, closing, recipients, signer, signedBy])
  return a ? parts(a) === parts(b) : textsOf(b).length === 0
}

/**
 * The provincial Front puts its own words in place of the usual ones of a paper: a new version, with which papers are made
 * from now on. Empty words are the usual ones again.
 */
export const editWording = async (
  context: Context,
  { paper, version, text }: Edit,
): Promise<Result<number, WordingFault>> => {
  const own = await findOwnProvince(context)
  if (!own.ok) return own
  const { province, person } = own.value
  if (textsOf(text).some(one => unknownPlaceholders(paper, one).length > 0))
    return no('wording-placeholder-unknown')
  const last = (await listWordings(context.db, province.id)).find(row => row.paper === paper)
  if ((last?.version ?? 0) !== version) return no('wording-outdated')
  if (sameText(last && readRow(last), text)) return no('nothing-changed')
  const words: PaperWording = { ...text, version: version + 1 }
  return change<number, WordingFault>(context, async ({ tx, record }) => {
    const row = {
      ...{ provinceId: province.id, paper, version: words.version, words },
      ...{ createdBy: person.id, createdAt: context.clock() },
    }
    if (!(await insertWording(tx, row))) return no('wording-outdated')
    record({ kind: 'wording.edited', paper, version: words.version })
    return ok(words.version)
  })
}
