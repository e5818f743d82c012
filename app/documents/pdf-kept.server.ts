import { createHash } from 'node:crypto'
import { type Pages, renderPdf } from './pdf.server.ts'

/** Bytes of PDF files that are kept: the papers of two or three large communes. */
const most = 24 * 1024 * 1024

/** By the hash of their pages, the one that was asked for longest ago first. */
const kept = new Map<string, Buffer>()
let bytes = 0

const drop = (key: string): void => {
  bytes -= kept.get(key)?.length ?? 0
  kept.delete(key)
}

const keep = (key: string, file: Buffer): void => {
  drop(key)
  kept.set(key, file)
  bytes += file.length
  for (const oldest of kept.keys()) {
    if (bytes <= most) return
    drop(oldest)
  }
}

/**
 * Draws pages, or gives the file that the same pages gave before: a pack holds the papers of every village, and whoever
 * checks it, prints them or packs again asks for the same ones. Not for pages with codes, which nothing should keep.
 */
export const renderPaperPdf = async (pages: Pages): Promise<Buffer> => {
  const key = createHash('sha256').update(JSON.stringify(pages)).digest('hex')
  const file = kept.get(key) ?? (await renderPdf(pages))
  keep(key, file)
  return file
}
