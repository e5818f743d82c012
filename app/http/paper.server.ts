import type { PaperFile } from '#app/services/papers.server.ts'

/** The name in letters every client reads: without marks, đ as d, anything else unusual as a dash. */
const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w .()-]/g, '-')

/** A paper as a download, under its Vietnamese name where the client can (RFC 6266), never kept by a cache. */
export const sendPaper = ({ name, type, bytes }: PaperFile): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
