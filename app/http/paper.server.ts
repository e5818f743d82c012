import type { ExportFile } from '#app/services/exports.server.ts'
import type { PaperFile } from '#app/services/papers.server.ts'

/** The name in letters every client reads: without marks, đ as d, anything else unusual as a dash. */
const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w .()-]/g, '-')

/** How a file is to be kept: under its Vietnamese name where the client can (RFC 6266). */
export const attachmentOf = (name: string): string =>
  `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`

/** A paper as a download, never kept by a cache. */
export const sendPaper = ({ name, type, bytes }: PaperFile): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': attachmentOf(name),
      'Cache-Control': 'private, no-store',
    },
  })

/** A long file as it is made: read only as fast as it is taken, and told when its reader goes away. */
export const sendLongFile = ({ name, type, chunks }: ExportFile): Response => {
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const step = await chunks.next()
        if (step.done) controller.close()
        else controller.enqueue(step.value)
      },
      async cancel() {
        await chunks.return?.()
      },
    },
    { highWaterMark: 1 },
  )
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': attachmentOf(name),
      'Cache-Control': 'private, no-store',
    },
  })
}
