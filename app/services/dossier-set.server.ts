import { dayOf } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { streamZip, type ZipPieces } from '#app/documents/zip-stream.server.ts'
import { isSettled, isVerified } from '#app/dossier/title-dossier.ts'
import { contentsName, contentsOf, nameInSet, type SetPaper } from '#app/dossier/whole-set.ts'
import { formatDate } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translate.ts'
import { findFilePiece } from '#db/queries/dossier-files.ts'
import { type Context, change } from './context.server.ts'
import {
  type DossierDesk,
  type DossierPaper,
  type DossierRefusal,
  dossierName,
  findDossierDesk,
} from './dossiers.server.ts'
import type { ExportFile } from './exports.server.ts'
import { makePaper, type PaperFile } from './papers.server.ts'
import { makeVerificationNote } from './verification-desk.server.ts'

const t = translator('vi')

type StoredFile = { readonly fileId: string; readonly size: number }

/** What a file of the set is made from: a stored file, or bytes made for it. */
type Part = { readonly name: string } & (StoredFile | { readonly bytes: Uint8Array })

const partsOf = (paper: DossierPaper, ofRound: readonly PaperFile[]): readonly Part[] => {
  if (paper.kind === 'satisfaction') {
    return ofRound.map(({ name, bytes }, index) => ({
      name: nameInSet({ position: paper.position, index, of: ofRound.length, name }),
      bytes,
    }))
  }
  const standing = paper.history.filter(({ state }) => state === 'current')
  return standing.map(({ id, name, size }, index) => ({
    name: nameInSet({ position: paper.position, index, of: standing.length, name }),
    ...{ fileId: id, size },
  }))
}

const ownerText = ({ owner, agency }: DossierPaper): string =>
  owner === 'agency' ? agency : t(`office.dossier.owner.${owner}`)

const owedText = (paper: DossierPaper): string | null => {
  if (isSettled(paper.state)) return null
  const owner = t('office.dossier.owedBy', { owner: ownerText(paper) })
  if (paper.dueOn === null) return owner
  const due = t('office.dossier.dueOn', { day: formatDate(paper.dueOn, 'vi') })
  return `${owner}, ${due}${paper.late ? ` (${t('office.dossier.late')})` : ''}`
}

const setPaper = (paper: DossierPaper, parts: readonly Part[]): SetPaper => ({
  position: paper.position,
  name: paper.name,
  state: [t(`office.dossier.paperState.${paper.state}`), paper.notApplicable].filter(Boolean).join(': '),
  owed: owedText(paper),
  files: parts.map(({ name }) => name),
})

const contentsFor = ({ dossier, state, today }: DossierDesk, papers: readonly SetPaper[]): Uint8Array => {
  const heading = [
    t('office.dossier.contents'),
    `${dossier.communeName} – ${t(`term.title.${dossier.title}`)} – ${dossier.year}`,
    `${t(`office.dossier.state.${state}`)} (${formatDate(today, 'vi')})`,
  ]
  return new TextEncoder().encode(contentsOf(heading, papers))
}

/**
 * The report as it would be made today, which goes on to be signed, and behind it once its round is verified the note, which
 * is signed and written on no more; none where it has none.
 */
const papersOfRound = async (
  context: Context,
  { dossier: { round } }: DossierDesk,
): Promise<readonly PaperFile[]> => {
  if (!round || round.state === 'collecting') return []
  const report = await makePaper(context, round.id, 'report')
  const of = { campaignId: round.id, version: round.version }
  const made = isVerified(round) ? [report, await makeVerificationNote(context, of, 'pdf')] : [report]
  return made.flatMap(paper => (paper.ok ? [paper.value] : []))
}

/** Read from the database at a time. Bytes. */
const pieceLength = 1024 * 1024

/** The pieces of a file behind its first one; one that is deleted while it is read breaks the zip off. */
async function* piecesOf(db: Context['db'], { fileId, size }: StoredFile, first: Uint8Array) {
  yield first
  for (let from = first.length; from < size; from += pieceLength) {
    const piece = await findFilePiece(db, { id: fileId, from, length: pieceLength })
    if (!piece) throw new Error('a file of a dossier was deleted while its set was read')
    yield piece
  }
}

async function* inOnePiece(bytes: Uint8Array) {
  yield bytes
}

/** One piece of one file at a time is read from the database; a file that was deleted meanwhile is left out. */
async function* read({ db }: Context, parts: readonly Part[]): AsyncGenerator<ZipPieces> {
  for (const part of parts) {
    if ('bytes' in part) yield { name: part.name, pieces: inOnePiece(part.bytes) }
    else {
      const first = await findFilePiece(db, { id: part.fileId, from: 0, length: pieceLength })
      if (first) yield { name: part.name, pieces: piecesOf(db, part, first) }
    }
  }
}

/** Everything that stands in a dossier as one zip: numbered files behind a list that says who owes what is missing. */
export const makeWholeSet = async (
  context: Context,
  id: string,
): Promise<Result<ExportFile, DossierRefusal>> => {
  const desk = await findDossierDesk(context, id)
  if (!desk.ok) return desk
  const { dossier, papers } = desk.value
  const ofRound = await papersOfRound(context, desk.value)
  const sorted = papers.map(paper => ({ paper, parts: partsOf(paper, ofRound) }))
  const contents = contentsFor(
    desk.value,
    sorted.map(({ paper, parts }) => setPaper(paper, parts)),
  )
  const parts = [{ name: contentsName, bytes: contents }, ...sorted.flatMap(one => one.parts)]
  await change(context, async ({ record }) => {
    record({ kind: 'dossier.set-downloaded', dossier: dossierName(dossier), files: parts.length })
    return ok(null)
  })
  const what = `${t('office.dossier.fileName')} - ${dossier.communeName} - ${dossier.year}`
  return ok({
    name: `${what} (${formatDate(dayOf(context.clock()), 'vi').replaceAll('/', '-')}).zip`,
    type: 'application/zip',
    chunks: streamZip(read(context, parts)),
  })
}
