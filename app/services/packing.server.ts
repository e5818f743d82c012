import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dayOf } from '#app/basics/day.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { writeZip } from '#app/documents/zip-write.server.ts'
import type { PackFiles } from '#app/dossier/pack.ts'
import { buildPack } from '#app/dossier/pack-build.ts'
import { type PackPaper, papersOfPack, pdfPathOf } from '#app/dossier/pack-papers.ts'
import type { ReportFault } from '#app/dossier/report.ts'
import type { Finding } from '#app/dossier/verify.ts'
import { readWanted } from '#app/household/search.ts'
import { type CampaignRow, listCountedLike } from '#db/queries/campaigns.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Context, change, type System } from './context.server.ts'
import { sha256Bytes } from './evidence.server.ts'
import { gatherPack } from './packing-data.server.ts'
import { fileOfPaper, fileOfWorkbook, type PaperFile, type PaperFormat } from './paper-file.server.ts'
import type { ResultsFault } from './results.server.ts'

export type PackFault = ResultsFault | ReportFault

/** The page that checks packs, where `npm run build` puts it: two folders up from here and from the built server alike. */
const verifierFile = new URL('../../build/verify.html', import.meta.url)

const findVerifier = async (): Promise<Uint8Array | null> => {
  try {
    return await readFile(verifierFile)
  } catch {
    return null
  }
}

const fileOf = (paper: PackPaper, format: PaperFormat): Promise<PaperFile> =>
  paper.kind === 'docx' ? fileOfPaper('', paper.paper, format) : fileOfWorkbook('', paper.workbook, format)

/**
 * Each paper twice, to go on writing in and to print. One paper at a time: a pack holds up nobody who prints meanwhile. Its
 * PDF is drawn in a thread of its own while its other file is written.
 */
const filesOf = async (papers: readonly PackPaper[]): Promise<PackFiles> => {
  const files = new Map<string, Uint8Array>()
  for (const paper of papers) {
    const [pdf, office] = await Promise.all([fileOf(paper, 'pdf'), fileOf(paper, 'office')])
    files.set(paper.path, office.bytes)
    files.set(pdfPathOf(paper), pdf.bytes)
  }
  return files
}

/** A pack as a file, with the fingerprint of its data and what of them was changed after closing. */
export type Pack = {
  readonly file: PaperFile
  readonly dataFingerprint: string
  readonly changed: readonly Finding[]
}

/**
 * Packs a counted campaign as it stands, without asking who wants it and without a trace: the same state on the same day
 * gives the same bytes.
 */
export const packOf = async (
  context: Context,
  campaign: CampaignRow,
): Promise<Result<Pack, ReportFault | 'campaign-not-closed' | 'counts-contradict'>> => {
  if (!isCounted(campaign.state)) return no('campaign-not-closed')
  const read = await gatherPack(context, campaign)
  if (!read.ok) return read
  const gathered = read.value
  const madeOn = dayOf(context.clock())
  const papers = papersOfPack(gathered.data, gathered.results, madeOn)
  if (!papers.ok) return papers
  const { files, ...told } = buildPack(
    { ...gathered, madeOn, papers: await filesOf(papers.value), verifier: await findVerifier() },
    sha256Bytes,
  )
  const name = `Gói bằng chứng - ${campaign.communeName}.zip`
  return ok({ file: { name, type: 'application/zip', bytes: writeZip(files) }, ...told })
}

/** Records that a pack was made, by the hash of its bytes. */
const handPack = (
  context: Context,
  campaign: CampaignRow,
  { file, dataFingerprint }: Pack,
): Promise<Result<PaperFile, never>> => {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return change<PaperFile, never>(context, async ({ record }) => {
    record({ kind: 'pack.made', sha256, fingerprint: dataFingerprint }, { campaignId: campaign.id })
    return ok(file)
  })
}

/** The evidence pack of a counted campaign, for those who may hold it; its hash goes into the log. */
export const makePack = async (
  context: Context,
  campaignId: string,
): Promise<Result<PaperFile, PackFault>> => {
  const permitted = await permitOnCommune(context, 'pack.download', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  const pack = await packOf(context, campaign)
  return pack.ok ? handPack(context, campaign, pack.value) : pack
}

/** Most campaigns that are named to somebody who must choose. */
export const mostPackable = 200

/** Counted campaigns by an id or by words of their name and commune, newest first; all of them where nothing is said. */
export const findPackable = (system: Pick<System, 'db'>, wanted: string): Promise<readonly CampaignRow[]> =>
  listCountedLike(system.db, {
    id: isUuid(wanted) ? wanted : null,
    words: readWanted(wanted)?.words ?? [],
    limit: mostPackable,
  })

/** Packs a campaign for whoever has the database itself; the trace says that it was nobody by name. */
export const makePackAsSystem = async (
  system: System,
  campaign: CampaignRow,
): Promise<Result<Pack, PackFault>> => {
  const context = { ...system, person: null }
  const pack = await packOf(context, campaign)
  if (!pack.ok) return pack
  await handPack(context, campaign, pack.value)
  return pack
}
