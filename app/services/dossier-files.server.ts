import { createHash } from 'node:crypto'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { listZip } from '#app/documents/zip.server.ts'
import { mayPut } from '#app/dossier/title-dossier.ts'
import {
  checkFile,
  type FileFault,
  type FileKind,
  isZip,
  mediaTypes,
  mostFiles,
  shownFileName,
} from '#app/dossier/uploaded-file.ts'
import {
  countDossierFiles,
  type DossierFileRow,
  findDossierFile,
  findFileBytes,
  insertDossierFile,
  updateFileDeleted,
  updateFileReplaced,
} from '#db/queries/dossier-files.ts'
import { type DossierPaperRow, listDossierPapers, updateNotApplicable } from '#db/queries/dossier-papers.ts'
import { type Change, type Context, newId } from './context.server.ts'
import {
  changeDossier,
  type DossierRefusal,
  dossierName,
  type OnDossier,
  permitOnDossier,
} from './dossiers.server.ts'
import type { PaperFile } from './papers.server.ts'

/** A file as it was sent. */
export type Sent = { readonly name: string; readonly bytes: Uint8Array }

type PlaceFault = 'dossier-paper-unknown' | 'dossier-paper-not-yours'

export type SendFault =
  | DossierRefusal
  | 'dossier-submitted'
  | PlaceFault
  | FileFault
  | 'dossier-full'
  | 'dossier-file-unknown'
  | 'dossier-file-ended'

/** A zip is known by the list that it carries; no entry of it is ever unpacked. */
const entriesOf = (bytes: Uint8Array): readonly string[] | null => {
  if (!isZip(bytes)) return null
  const listed = listZip(bytes)
  return listed.ok ? listed.value.map(({ name }) => name) : []
}

const findPaper = async (
  { tx }: Change,
  { dossier, person }: OnDossier,
  paperId: string,
): Promise<Result<DossierPaperRow, PlaceFault>> => {
  const paper = (await listDossierPapers(tx, dossier.id)).find(({ id }) => id === paperId)
  if (!paper) return no('dossier-paper-unknown')
  return mayPut(person.role, paper) ? ok(paper) : no('dossier-paper-not-yours')
}

type Kept = { readonly paper: DossierPaperRow; readonly sent: Sent; readonly kind: FileKind }

const keepFile = async (
  context: Context,
  { gate, on }: { readonly gate: Change; readonly on: OnDossier },
  { paper, sent, kind, replaced }: Kept & { readonly replaced: DossierFileRow | null },
): Promise<Result<string, 'dossier-full'>> => {
  if ((await countDossierFiles(gate.tx, on.dossier.id)) >= mostFiles) return no('dossier-full')
  const id = newId(context)
  const name = shownFileName(sent.name, kind)
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  const now = context.clock()
  if (replaced) await updateFileReplaced(gate.tx, replaced.id, now)
  await insertDossierFile(gate.tx, {
    ...{ id, name, kind, sha256, bytes: sent.bytes },
    ...{ paperId: paper.id, replaces: replaced?.id ?? null, sentBy: on.person.id, sentAt: now },
  })
  if (paper.notApplicable !== null) await updateNotApplicable(gate.tx, paper.id, null)
  const about = { dossier: dossierName(on.dossier), paper: paper.name, file: name, sha256 }
  gate.record(
    replaced
      ? { kind: 'dossier.file-replaced', ...about, replaced: replaced.name }
      : { kind: 'dossier.file-added', ...about },
  )
  return ok(id)
}

/** Puts a further file under a paper of a dossier; its id. */
export const sendFile = async (
  context: Context,
  { dossierId, paperId }: { readonly dossierId: string; readonly paperId: string },
  sent: Sent,
): Promise<Result<string, SendFault>> =>
  changeDossier<string, Exclude<SendFault, DossierRefusal>>(context, dossierId, async (gate, on) => {
    const paper = await findPaper(gate, on, paperId)
    if (!paper.ok) return paper
    const kind = checkFile({ ...sent, entries: entriesOf(sent.bytes) })
    if (!kind.ok) return kind
    return keepFile(context, { gate, on }, { paper: paper.value, sent, kind: kind.value, replaced: null })
  })

/** Where one file of a dossier is. */
export type FilePlace = { readonly dossierId: string; readonly fileId: string }

const findFile = async (
  gate: Change,
  on: OnDossier,
  fileId: string,
): Promise<
  Result<
    { readonly file: DossierFileRow; readonly paper: DossierPaperRow },
    PlaceFault | 'dossier-file-unknown'
  >
> => {
  const file = isUuid(fileId) ? await findDossierFile(gate.tx, { dossierId: on.dossier.id, fileId }) : null
  if (!file) return no('dossier-file-unknown')
  const paper = await findPaper(gate, on, file.paperId)
  return paper.ok ? ok({ file, paper: paper.value }) : paper
}

/** Puts a file in the place of another, which stays to be read; the new one's id. */
export const replaceFile = async (
  context: Context,
  { dossierId, fileId }: FilePlace,
  sent: Sent,
): Promise<Result<string, SendFault>> =>
  changeDossier<string, Exclude<SendFault, DossierRefusal>>(context, dossierId, async (gate, on) => {
    const found = await findFile(gate, on, fileId)
    if (!found.ok) return found
    const { file, paper } = found.value
    if (file.state !== 'current') return no('dossier-file-ended')
    const kind = checkFile({ ...sent, entries: entriesOf(sent.bytes) })
    if (!kind.ok) return kind
    return keepFile(context, { gate, on }, { paper, sent, kind: kind.value, replaced: file })
  })

export type DeleteFault =
  | DossierRefusal
  | 'dossier-submitted'
  | PlaceFault
  | 'dossier-file-unknown'
  | 'dossier-file-ended'
  | 'dossier-reason-missing'

/** Deletes the bytes of a file, standing or replaced; its name, its hash and why stay. */
export const deleteFile = async (
  context: Context,
  { dossierId, fileId }: FilePlace,
  reason: string,
): Promise<Result<null, DeleteFault>> =>
  changeDossier<null, Exclude<DeleteFault, DossierRefusal>>(context, dossierId, async (gate, on) => {
    const found = await findFile(gate, on, fileId)
    if (!found.ok) return found
    const { file, paper } = found.value
    if (file.state === 'deleted') return no('dossier-file-ended')
    if (reason === '') return no('dossier-reason-missing')
    await updateFileDeleted(gate.tx, file.id, { endedAt: context.clock(), reason })
    const about = { dossier: dossierName(on.dossier), paper: paper.name, file: file.name }
    gate.record({ kind: 'dossier.file-deleted', ...about, sha256: file.sha256, reason })
    return ok(null)
  })

export type ExcuseFault =
  | DossierRefusal
  | 'dossier-submitted'
  | PlaceFault
  | 'dossier-reason-missing'
  | 'dossier-paper-there'

/** Says why a paper does not apply to this commune; null takes that back. */
export const excusePaper = async (
  context: Context,
  { dossierId, paperId }: { readonly dossierId: string; readonly paperId: string },
  reason: string | null,
): Promise<Result<null, ExcuseFault>> =>
  changeDossier<null, Exclude<ExcuseFault, DossierRefusal>>(context, dossierId, async (gate, on) => {
    const paper = await findPaper(gate, on, paperId)
    if (!paper.ok) return paper
    if (reason === '') return no('dossier-reason-missing')
    if (reason !== null && paper.value.files > 0) return no('dossier-paper-there')
    await updateNotApplicable(gate.tx, paperId, reason)
    const about = { dossier: dossierName(on.dossier), paper: paper.value.name }
    gate.record(
      reason === null
        ? { kind: 'dossier.paper-asked-for', ...about }
        : { kind: 'dossier.paper-excused', ...about, reason },
    )
    return ok(null)
  })

/** A file of a dossier as it was sent, for whoever may read the dossier. */
export const readDossierFile = async (
  context: Context,
  { dossierId, fileId }: FilePlace,
): Promise<Result<PaperFile, DossierRefusal | 'dossier-file-unknown' | 'dossier-file-deleted'>> => {
  const permitted = await permitOnDossier(context, 'dossier.read', dossierId)
  if (!permitted.ok) return permitted
  const file = isUuid(fileId) ? await findDossierFile(context.db, { dossierId, fileId }) : null
  if (!file) return no('dossier-file-unknown')
  const bytes = await findFileBytes(context.db, file.id)
  return bytes ? ok({ name: file.name, type: mediaTypes[file.kind], bytes }) : no('dossier-file-deleted')
}
