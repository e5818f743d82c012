const here = 'http://here.invalid'

/**
 * A path of our own from a text that anybody may have written, or null: no other host, no scheme, no backslashes that
 * browsers read as slashes, nothing that would break a header.
 */
export const localPath = (raw: string | null): string | null => {
  if (!raw?.startsWith('/') || raw.length > 500) return null
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find them
  if (/[\u0000-\u001f\u007f\\]/.test(raw)) return null
  if (!URL.canParse(raw, here)) return null
  const url = new URL(raw, here)
  return url.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search : null
}
