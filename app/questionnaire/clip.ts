/** Most bytes of a recording: it is fetched over a weak line by whoever presses it. */
export const longestClip = 20 * 1024

/** Kinds of recordings that phones play. */
export const clipKinds = ['mp3', 'ogg', 'webm'] as const

export type ClipKind = (typeof clipKinds)[number]

/** The media type a recording is sent with. */
export const clipTypes: { readonly [kind in ClipKind]: string } = {
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  webm: 'audio/webm',
}

const says = (bytes: Uint8Array, text: string, from = 0): boolean =>
  [...text].every((letter, i) => bytes[from + i] === letter.charCodeAt(0))

const holds = (bytes: Uint8Array, text: string, within: number): boolean => {
  for (let at = 0; at < Math.min(within, bytes.length - text.length + 1); at++)
    if (says(bytes, text, at)) return true
  return false
}

/** An MPEG audio frame, layer III: eleven bits set, then a version and layer that exist (ISO/IEC 11172-3, 13818-3). */
const isMpegFrame = (bytes: Uint8Array): boolean => {
  const [first = 0, second = 0, third = 0] = bytes
  const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3]
  return first === 0xff && second >= 0xe0 && version !== 1 && layer === 1 && third >> 4 !== 0xf
}

const isEbml = (bytes: Uint8Array): boolean => [0x1a, 0x45, 0xdf, 0xa3].every((byte, i) => bytes[i] === byte)

/** How far into a file its head may reach. */
const head = 512

/** What a recording is by its first bytes, whatever it is called: MP3, or Opus in Ogg or WebM; null for anything else. */
export const clipKindOf = (bytes: Uint8Array): ClipKind | null => {
  if (says(bytes, 'OggS')) return holds(bytes, 'OpusHead', head) ? 'ogg' : null
  if (isEbml(bytes)) return holds(bytes, 'webm', head) && holds(bytes, 'A_OPUS', head * 2) ? 'webm' : null
  return says(bytes, 'ID3') || isMpegFrame(bytes) ? 'mp3' : null
}
