import { inflateSync } from 'node:zlib'

/** An object of a PDF file: its dictionary as text, and its stream unpacked, empty where it has none. */
type PdfObject = { readonly dictionary: string; readonly stream: string }

const objectsOf = (bytes: Buffer): ReadonlyMap<string, PdfObject> => {
  const file = bytes.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = match
    const at = body.indexOf('stream\n')
    const dictionary = at < 0 ? body : body.slice(0, at)
    const packed = at < 0 ? '' : body.slice(at + 'stream\n'.length, body.lastIndexOf('\nendstream'))
    const isText =
      packed !== '' && !/FontFile|Length1|Subtype \/(?:Image|CIDFontType0C|OpenType)/.test(dictionary)
    const raw = Buffer.from(packed, 'latin1')
    const stream = !isText
      ? ''
      : dictionary.includes('FlateDecode')
        ? inflateSync(raw).toString('latin1')
        : packed
    objects.set(id, { dictionary, stream })
  }
  return objects
}

const fromUtf16 = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map(unit => Number.parseInt(unit, 16)))

/** What each glyph stands for (PDF 32000-1:2008, 9.10.3): ranges whose texts are listed one by one. */
const glyphTexts = (cmap: string): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>()
  for (const [, first = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    for (const [i, [, hex = '']] of [...list.matchAll(/<(\w+)>/g)].entries())
      texts.set(Number.parseInt(first, 16) + i, fromUtf16(hex))
  return texts
}

type Fonts = ReadonlyMap<string, ReadonlyMap<number, string>>

const fontsOf = (objects: ReadonlyMap<string, PdfObject>): Fonts => {
  const fonts = new Map<string, ReadonlyMap<number, string>>()
  for (const { dictionary } of objects.values())
    for (const [, name = '', id = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '')?.[1] ?? ''
      fonts.set(name, glyphTexts(objects.get(cmap)?.stream ?? ''))
    }
  return fonts
}

/** A piece of text where it is drawn: `y` in points from the bottom of its page. */
export type PdfPiece = { readonly text: string; readonly y: number }

export type PdfPage = {
  readonly width: number
  readonly height: number
  readonly pieces: readonly PdfPiece[]
}

const operators = /1 0 0 1 [\d.-]+ ([\d.-]+) Tm|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g

const piecesOf = (content: string, fonts: Fonts): readonly PdfPiece[] => {
  const pieces: PdfPiece[] = []
  let [y, font] = [0, fonts.get('F1')]
  for (const [, height, name, shown] of content.matchAll(operators)) {
    if (height !== undefined) y = Number(height)
    else if (name !== undefined) font = fonts.get(name)
    else {
      const glyphs = [...(shown ?? '').matchAll(/<(\w+)>/g)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      )
      const text = glyphs.map(glyph => font?.get(Number.parseInt(glyph, 16)) ?? '\uFFFD').join('')
      pieces.push({ text, y })
    }
  }
  return pieces
}

/**
 * The texts of a PDF file as our library writes them, page by page in the order in which they are drawn: glyphs read back
 * through the file's own table of what they stand for, as a reader's search does.
 */
export const pdfPages = (bytes: Buffer): readonly PdfPage[] => {
  const objects = objectsOf(bytes)
  const fonts = fontsOf(objects)
  return [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
    .map(({ dictionary }) => {
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(dictionary) ?? []
      const content = objects.get(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? '')?.stream ?? ''
      return { width: Number(width), height: Number(height), pieces: piecesOf(content, fonts) }
    })
}
