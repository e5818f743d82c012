import { type ClipKind, clipTypes } from '#app/questionnaire/clip.ts'

type Sound = { readonly kind: ClipKind; readonly bytes: Buffer }

/** First and last byte of a `Range` that asks for one part; null where it asks for none that can be given so. */
const partOf = (range: string | null, length: number): readonly [number, number] | null => {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? []
  if (from === '' && to === '') return null
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from)
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1)
  return first <= last ? [first, last] : null
}

/** A recording, whole or the part asked for: phones of Apple play nothing that cannot be had in parts. */
export const sendSound = (request: Request, { kind, bytes }: Sound): Response => {
  const part = partOf(request.headers.get('Range'), bytes.length)
  const body = part ? bytes.subarray(part[0], part[1] + 1) : bytes
  return new Response(new Uint8Array(body), {
    status: part ? 206 : 200,
    headers: {
      'Content-Type': clipTypes[kind],
      'Content-Length': String(body.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Accept-Ranges': 'bytes',
      ...(part ? { 'Content-Range': `bytes ${part[0]}-${part[1]}/${bytes.length}` } : {}),
    },
  })
}
