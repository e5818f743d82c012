/** A village's name taken apart: the kind of unit in front and the rest. */
export type VillageName = {
  readonly kind: string
  readonly rest: string
  /** A list may say "Thôn Tân Sơn" where the register says "Tân Sơn"; a "Làng Chỗ" is never just "Chỗ". */
  readonly droppable: boolean
  /** The kind says nothing about the name: where no list is given it is left away. */
  readonly generic: boolean
}

type Kind = {
  readonly kind: string
  readonly words: readonly string[]
  readonly droppable?: false
  readonly generic?: true
}

/** Kinds of village-level units with the ways cadres write them, with and without accents. */
const kinds: readonly Kind[] = [
  { kind: 'thôn', words: ['thôn', 'thon', 't'], generic: true },
  { kind: 'xóm', words: ['xóm', 'xom', 'x'], generic: true },
  { kind: 'ấp', words: ['ấp', 'ap'], generic: true },
  { kind: 'bản', words: ['bản', 'ban', 'b'] },
  { kind: 'tổ dân phố', words: ['tổ dân phố', 'to dan pho', 'tdp', 'tổ', 'to'] },
  { kind: 'khu dân cư', words: ['khu dân cư', 'khu dan cu', 'kdc'] },
  { kind: 'khu phố', words: ['khu phố', 'khu pho', 'kp'] },
  { kind: 'cụm dân cư', words: ['cụm dân cư', 'cum dan cu', 'cụm', 'cum'] },
  { kind: 'tiểu khu', words: ['tiểu khu', 'tieu khu', 'tk'] },
  { kind: 'khu', words: ['khu'] },
  { kind: 'buôn', words: ['buôn', 'buon'] },
  { kind: 'phố', words: ['phố', 'pho'] },
  { kind: 'đội', words: ['đội', 'doi'] },
  { kind: 'làng', words: ['làng', 'lang'], droppable: false },
  { kind: 'sóc', words: ['sóc', 'soc'], droppable: false },
]

const byWord = new Map(kinds.flatMap(kind => kind.words.map(word => [word, kind] as const)))

const alternatives = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')

const front = new RegExp(`^(${alternatives([...byWord.keys()])})(?:\\s*[.:]\\s*|\\s+)(\\S.*)$`, 'iu')

/** Only whole words with their accents: an abbreviation in front of a person's name is no village. */
const spelledOut = [...byWord.keys()].filter(
  word => /[^\p{ASCII}]/u.test(word) || word === 'khu' || word === 'tdp',
)
const spelledFront = new RegExp(`^(${alternatives(spelledOut)})(?:\\s*[.:]\\s*|\\s+)\\S`, 'iu')

/** Takes a clean text apart at the kind of unit in front; null when there is none or nothing follows it. */
export function readKind(text: string): VillageName | null {
  const [, word, rest] = front.exec(text) ?? []
  const kind = word === undefined ? undefined : byWord.get(word.toLowerCase())
  if (kind === undefined || rest === undefined) return null
  return { kind: kind.kind, rest, droppable: kind.droppable !== false, generic: kind.generic === true }
}

/** The name without the kind in front, or the text itself. */
export const kindlessName = (text: string): string => readKind(text)?.rest ?? text

/** True for a text that opens with a kind of unit written out: "Thôn …", "Tổ dân phố …". */
export const opensWithKind = (text: string): boolean => spelledFront.test(text)
