import { z } from 'zod'
import type { Title } from '#app/programme/titles.ts'
import { bareCommuneName, issuerOf } from './letterhead.ts'
import type { Letterhead } from './paper.ts'
import { inSentence, titleNames, villageInSentence } from './wording.ts'

/** Papers whose letterhead, signers and fixed wording a province may replace. */
export const wordedPapers = ['plan', 'minutes', 'posting-notice', 'report', 'verification-note'] as const

export type WordedPaper = (typeof wordedPapers)[number]

const line = z.string().min(1)

/** What a province says in place of the usual words of one paper; null leaves the usual ones. Figures are never in it. */
export const wordingSchema = z.object({
  /** Counted from 1 for each paper; a paper is made with the last one. */
  version: z.int().min(1),
  /** Who issues it, line by line, the issuing body last. */
  letterhead: z.array(line).min(1).nullable(),
  /** Type of paper and body behind the number. */
  symbol: line.nullable(),
  /** The place before the date. */
  place: line.nullable(),
  /** The lines above the signature; minutes have three signers of their own. */
  signer: z.array(line).min(1).nullable(),
  signedBy: line.nullable(),
  recipients: z.array(line).min(1).nullable(),
  /** The first and the last sentence. */
  opening: line.nullable(),
  closing: line.nullable(),
})

export type PaperWording = Readonly<z.infer<typeof wordingSchema>>

/** What is typed: a wording without its number. */
export type WordingText = Omit<PaperWording, 'version'>

/** The wordings of a province that replace the usual ones, by paper. */
export type Wordings = { readonly [paper in WordedPaper]?: PaperWording }

/** What stands in for the placeholders of a wording. */
export type WordingPlace = {
  readonly communeName: string
  readonly provinceName: string
  readonly campaignName: string
  readonly title: Title
  readonly year: string
  /** Who issues the paper, in full, where that is not the Front of the commune. */
  readonly issuer?: string
  /** Only in minutes. */
  readonly villageName?: string
}

const upper = (text: string): string => text.toLocaleUpperCase('vi')

const sayings = {
  xã: ({ communeName }: WordingPlace) => inSentence(communeName),
  XÃ: ({ communeName }: WordingPlace) => upper(communeName),
  'tên xã': ({ communeName }: WordingPlace) => bareCommuneName(communeName),
  tỉnh: ({ provinceName }: WordingPlace) => inSentence(provinceName),
  TỈNH: ({ provinceName }: WordingPlace) => upper(provinceName),
  'cơ quan': ({ communeName, issuer }: WordingPlace) => issuer ?? issuerOf(communeName),
  đợt: ({ campaignName }: WordingPlace) => campaignName,
  'danh hiệu': ({ title }: WordingPlace) => titleNames[title],
  năm: ({ year }: WordingPlace) => year,
  thôn: ({ villageName }: WordingPlace) => villageInSentence(villageName ?? ''),
  THÔN: ({ villageName }: WordingPlace) => upper(villageInSentence(villageName ?? '')),
} as const satisfies { readonly [name: string]: (place: WordingPlace) => string }

type Placeholder = keyof typeof sayings

/** What a placeholder becomes at a place. */
export const saysPlaceholder = (name: Placeholder, place: WordingPlace): string => sayings[name](place)

/** Who issues a paper, where that is not the Front of the commune: the province's verifies. */
export const otherIssuer = (paper: WordedPaper, provinceName: string): Pick<WordingPlace, 'issuer'> =>
  paper === 'verification-note' ? { issuer: issuerOf(provinceName) } : {}

const sample: WordingPlace = {
  ...{ communeName: 'Xã Sơn Lộc', provinceName: 'Tỉnh Minh Họa', campaignName: 'Lấy ý kiến đợt 1 năm 2026' },
  ...{ title: 'commune-standard', year: '2026', villageName: 'Đồi Chè' },
}

/** A made-up place, on which the placeholders of a paper are explained. */
export const samplePlace = (paper: WordedPaper): WordingPlace => ({
  ...sample,
  ...otherIssuer(paper, sample.provinceName),
})

const villageOnly: readonly Placeholder[] = ['thôn', 'THÔN']

/** The placeholders that a paper's wording may use: names of places and of the round, never a figure. */
export const placeholdersOf = (paper: WordedPaper): readonly Placeholder[] =>
  (Object.keys(sayings) as Placeholder[]).filter(name => paper === 'minutes' || !villageOnly.includes(name))

const braces = /\{([^{}]*)\}|[{}]/gu

/** Whatever stands in braces and is none of the paper's placeholders, and braces alone, as typed. */
export const unknownPlaceholders = (paper: WordedPaper, text: string): readonly string[] => {
  const known = new Set<string>(placeholdersOf(paper))
  return [...text.normalize('NFC').matchAll(braces)]
    .filter(([, name]) => name === undefined || !known.has(name))
    .map(([whole]) => whole)
}

const fill = (text: string, place: WordingPlace): string =>
  text.replace(braces, (whole, name: string) =>
    name in sayings ? sayings[name as Placeholder](place) : whole,
  )

/** Every text of a wording, in the order of the paper. */
export const textsOf = (wording: WordingText): readonly string[] =>
  [
    ...(wording.letterhead ?? []),
    wording.symbol,
    wording.place,
    wording.opening,
    wording.closing,
    ...(wording.recipients ?? []),
    ...(wording.signer ?? []),
    wording.signedBy,
  ].filter(text => text !== null)

/** The parts of a paper that a wording replaces, with its placeholders filled in; empty for the usual wording. */
export type Filled = {
  readonly letterhead?: Partial<Letterhead>
  readonly opening?: string
  readonly closing?: string
  readonly recipients?: readonly string[]
  readonly signer?: readonly string[]
  readonly signedBy?: string
}

const kept = <T extends object>(parts: T): { [key in keyof T]?: NonNullable<T[key]> } =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null)) as {
    [key in keyof T]?: NonNullable<T[key]>
  }

/** Fills the placeholders of a wording. */
export const fillWording = (wording: PaperWording | undefined, place: WordingPlace): Filled => {
  if (!wording) return {}
  const one = (text: string | null) => (text === null ? null : fill(text, place))
  const each = (texts: readonly string[] | null) => texts?.map(text => fill(text, place)) ?? null
  const letterhead = kept({
    lines: each(wording.letterhead),
    symbol: one(wording.symbol),
    place: one(wording.place),
  })
  return {
    letterhead,
    ...kept({
      opening: one(wording.opening),
      closing: one(wording.closing),
      recipients: each(wording.recipients),
      signer: each(wording.signer),
      signedBy: one(wording.signedBy),
    }),
  }
}
