import type { OfficeFault } from './verify-office.ts'
import type { Inflate } from './verify-zip.ts'

/*
 * Reads a PDF file back as our library writes it (PDF 32000-1:2008, the part of it that papers need). Whatever else a file
 * could hold (pictures, forms, notes, a second version of an object) is foreign: what we read is all that a reader shows.
 */

/** A piece of text where it is drawn: `y` in points from the bottom of its page. */
export type PdfPiece = { readonly text: string; readonly y: number }

/** A page, in points, with its texts in the order in which they are drawn. */
export type PdfPage = {
  readonly width: number
  readonly height: number
  readonly pieces: readonly PdfPiece[]
}

class Foreign extends Error {}

type PdfObject = { readonly dictionary: string; readonly packed: Uint8Array | null }

const header = '%PDF-1.3\n%ÿÿÿÿ\n'
const begin = /(\d+) 0 obj\n/y
const turn = /\n(?:endobj|stream)\n/g

const names =
  /^(?:Type|Page|Pages|Parent|MediaBox|Contents|Resources|UserUnit|ProcSet|PDF|Text|Image[BCI]|ExtGState|Gs\d+|C[AD]|ca|Font|F\d+|ColorSpace|Length|Filter|FlateDecode|Producer|Creator|CreationDate|Title|FontDescriptor|FontName|Flags|FontBBox|ItalicAngle|Ascent|Descent|CapHeight|XHeight|StemV|FontFile2|Subtype|CIDFontType2|Type0|BaseFont|[A-Z]{6}\+Tinos-\w+|CIDSystemInfo|Registry|Ordering|Supplement|W|CIDToGIDMap|Identity(?:-H)?|Encoding|DescendantFonts|ToUnicode|Catalog|Names|Lang|Dests|Count|Kids)$/

const checkNames = (dictionary: string): void => {
  // A string alone is a title or a date.
  if (!dictionary.startsWith('<<')) return
  for (const [, name = ''] of dictionary.matchAll(/\/([^\s/<>[\]()]*)/g))
    if (!names.test(name)) throw new Foreign(`/${name}`)
}

/** The object at a place, and where the next begins. */
function objectAt(file: string, bytes: Uint8Array, at: number): readonly [PdfObject, next: number] {
  turn.lastIndex = at
  const turned = turn.exec(file)
  if (!turned) throw new Foreign('obj')
  const dictionary = file.slice(at, turned.index)
  checkNames(dictionary)
  if (turned[0] === '\nendobj\n') return [{ dictionary, packed: null }, turn.lastIndex]
  const start = turn.lastIndex
  const end = start + Number(/\/Length (\d+)\n/.exec(dictionary)?.[1] ?? Number.NaN)
  const close = '\nendstream\nendobj\n'
  if (!dictionary.includes('/Filter /FlateDecode\n') || !file.startsWith(close, end))
    throw new Foreign('stream')
  return [{ dictionary, packed: bytes.subarray(start, end) }, end + close.length]
}

/** What must follow the objects: the list of where each lies, and which is the first to read. */
function rootBehind(file: string, at: number, places: ReadonlyMap<number, number>): number {
  const lines = Array.from(
    { length: places.size },
    (_, i) => `${String(places.get(i + 1)).padStart(10, '0')} 00000 n \n`,
  )
  const size = places.size + 1
  const list = `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`
  const trailer =
    /^trailer\n<<\n\/Size (\d+)\n\/Root (\d+) 0 R\n\/Info \d+ 0 R\n\/ID \[<\w+> <\w+>\]\n>>\nstartxref\n(\d+)\n%%EOF\n?$/
  const [, told, root, start] = trailer.exec(file.slice(at + list.length)) ?? []
  if (!file.startsWith(list, at) || Number(told) !== size || Number(start) !== at) throw new Foreign('xref')
  return Number(root)
}

type Opened = { readonly objects: ReadonlyMap<number, PdfObject>; readonly root: number }

function open(bytes: Uint8Array): Opened {
  const file = new TextDecoder('latin1').decode(bytes)
  if (!file.startsWith(header)) throw new Foreign('%PDF')
  const objects = new Map<number, PdfObject>()
  const places = new Map<number, number>()
  let at = header.length
  for (;;) {
    begin.lastIndex = at
    const [begun, id] = begin.exec(file) ?? []
    if (begun === undefined) return { objects, root: rootBehind(file, at, places) }
    const [object, next] = objectAt(file, bytes, at + begun.length)
    if (objects.has(Number(id))) throw new Foreign(`${id} 0 obj`)
    objects.set(Number(id), object)
    places.set(Number(id), at)
    at = next
  }
}

/** The number of the object to which a member of a dictionary points. */
const pointed = (dictionary: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? Number.NaN)

const objectOf = ({ objects }: Opened, id: number): PdfObject => {
  const object = objects.get(id)
  if (!object) throw new Foreign(`${id} 0 obj`)
  return object
}

/** Texts pack to a tenth; what claims to be so many times larger is not unpacked. */
const mostTimes = 100

function streamOf({ packed }: PdfObject, inflate: Inflate): string {
  if (!packed) throw new Foreign('stream')
  const most = packed.length * mostTimes + 1024
  // Two bytes before and four behind: zlib around deflate (RFC 1950).
  const unpacked = inflate(packed.subarray(2, -4), most)
  if (unpacked.length >= most) throw new Foreign('stream')
  return new TextDecoder('latin1').decode(unpacked)
}

const fromUtf16 = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map(unit => Number.parseInt(unit, 16)))

/** What each glyph stands for (9.10.3): ranges whose texts are listed one by one. */
const glyphTexts = (cmap: string): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  for (const [, first = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    for (const [i, [, hex = '']] of [...list.matchAll(/<(\w+)>/g)].entries())
      texts.set((Number.parseInt(first, 16) + i).toString(16).padStart(4, '0'), fromUtf16(hex))
  return texts
}

type Fonts = ReadonlyMap<string, ReadonlyMap<string, string>>

function fontsOf(opened: Opened, resources: string, inflate: Inflate): Fonts {
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  for (const [, name = '', id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const cmap = objectOf(opened, pointed(objectOf(opened, Number(id)).dictionary, 'ToUnicode'))
    if (fonts.has(name)) throw new Foreign(`/${name}`)
    fonts.set(name, glyphTexts(streamOf(cmap, inflate)))
  }
  return fonts
}

/** Lines that draw no text: states, places, the colours black and red, and straight rules. */
const silent =
  /^(?:q|Q|BT|ET|f|S|\/Gs\d+ gs|\/DeviceRGB (?:cs|CS)|0 0 0 (?:scn|SCN)|0\.6078\d* 0\.1098\d* 0\.1098\d* scn|(?:-?[\d.]+ ){6}cm|[\d.]+ w|\[[\d. ]*\] 0 d|\d [jJ]|(?:-?[\d.]+ ){2}[ml])?$/
const place = /^1 0 0 1 -?[\d.]+ (-?[\d.]+) Tm$/
const face = /^\/(F\d+) [\d.]+ Tf$/
const shown = /^\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ$/

const glyphsIn = (list: string): readonly string[] =>
  [...list.matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{1,4}/g) ?? [])

const saying = (list: string, font: ReadonlyMap<string, string> | undefined): string =>
  glyphsIn(list)
    .map(glyph => {
      const text = font?.get(glyph)
      if (text === undefined) throw new Foreign(`<${glyph}>`)
      return text
    })
    .join('')

function piecesOf(content: string, fonts: Fonts): readonly PdfPiece[] {
  const pieces: PdfPiece[] = []
  let [y, font] = [0, fonts.get('')]
  for (const line of content.split('\n')) {
    if (silent.test(line)) continue
    const [height, name, list] = [place, face, shown].map(kind => kind.exec(line)?.[1])
    if (height !== undefined) y = Number(height)
    else if (name !== undefined) font = fonts.get(name)
    else if (list !== undefined) pieces.push({ text: saying(list, font), y })
    else throw new Foreign(line.slice(0, 40))
  }
  return pieces
}

function pageOf(opened: Opened, id: number, inflate: Inflate): PdfPage {
  const { dictionary } = objectOf(opened, id)
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(dictionary) ?? []
  const fonts = fontsOf(opened, objectOf(opened, pointed(dictionary, 'Resources')).dictionary, inflate)
  const content = streamOf(objectOf(opened, pointed(dictionary, 'Contents')), inflate)
  return { width: Number(width), height: Number(height), pieces: piecesOf(content, fonts) }
}

/**
 * The texts of a PDF file of ours, page by page in the order in which they are drawn: glyphs read back through the file's own
 * table of what they stand for, as a reader's search does. How the letters look is not read.
 */
export function readPdf(bytes: Uint8Array, inflate: Inflate): readonly PdfPage[] | OfficeFault {
  try {
    const opened = open(bytes)
    const pages = objectOf(opened, pointed(objectOf(opened, opened.root).dictionary, 'Pages'))
    const kids = /\/Kids \[([\d R]*)\]/.exec(pages.dictionary)?.[1] ?? ''
    return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => pageOf(opened, Number(id), inflate))
  } catch (error) {
    if (error instanceof Foreign) return { fault: 'foreign-content', at: error.message }
    throw error
  }
}
