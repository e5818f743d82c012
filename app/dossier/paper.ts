import type { Day } from '#app/basics/day.ts'
import type { Phrase } from './phrase.ts'

/** A column. `width` is a share of the table's width; columns side by side with the same `group` stand under one heading. */
export type Column = {
  readonly heading: string
  readonly group?: string
  readonly width: number
  readonly align: 'left' | 'right' | 'center'
}

/** A table; each row has a phrase for each column. Rows under `strong` are the totals, or the overall question. */
export type Table = {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Phrase[])[]
  readonly strong: readonly (readonly Phrase[])[]
}

export type Block =
  | { readonly kind: 'heading'; readonly text: Phrase }
  | { readonly kind: 'paragraph'; readonly text: Phrase }
  | { readonly kind: 'statement'; readonly text: Phrase }
  | { readonly kind: 'note'; readonly text: Phrase }
  | { readonly kind: 'item'; readonly text: Phrase }
  | { readonly kind: 'table'; readonly table: Table }

/** A part of a paper under a Roman number. */
export type Section = { readonly heading: string; readonly blocks: readonly Block[] }

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'] as const

/** The number of a section, counted from 0: `I`. */
export const romanOf = (index: number): string => romans[index] ?? String(index + 1)

/** A table too wide for an upright page, on pages of its own behind the signature (NĐ 30/2020/NĐ-CP, Phụ lục I, phần III). */
export type Appendix = {
  readonly heading: string
  readonly subject: string
  /** Which paper it belongs to, in brackets below the subject. */
  readonly attachedTo: string
  /** On upright pages, where its table is narrow. */
  readonly upright?: true
  readonly blocks: readonly Block[]
}

/** Who issues a paper, line by line; the last line is the body itself, those before it the Front it belongs to. */
export type Letterhead = {
  readonly lines: readonly string[]
  /** Type of paper and body behind the number, `BC-MTTQ-BTT`. */
  readonly symbol: string
  /** The number, where it is known; else room is left to write it in by hand. */
  readonly number?: string
  readonly place: string
}

/** A paper of the Front as NĐ 30/2020/NĐ-CP lays it out: what it says, and nothing of how it looks. */
export type Paper = {
  /** Said on every page when what the paper reports is made up. */
  readonly notice: string | null
  readonly letterhead: Letterhead
  readonly madeOn: Day
  readonly title: string
  readonly subject: string
  readonly opening: readonly Phrase[]
  readonly sections: readonly Section[]
  readonly closing: Phrase
  readonly recipients: readonly string[]
  readonly signer: readonly string[]
  /** The name below the signature, where it is known. */
  readonly signedBy?: string
  /** Who sign side by side below it, line by line each, where it is minutes: nobody receives them and nobody signs alone. */
  readonly signatures?: readonly (readonly string[])[]
  readonly appendices: readonly Appendix[]
}

/** Tables of figures as a workbook, one sheet each; `heading` lines stand above the table. */
export type Workbook = {
  readonly notice: string | null
  readonly madeOn: Day
  readonly sheets: readonly Sheet[]
}

export type Sheet = {
  readonly name: string
  readonly heading: readonly Phrase[]
  readonly table: Table
  readonly remarks: readonly Phrase[]
}

export const heading = (text: Phrase): Block => ({ kind: 'heading', text })
export const paragraph = (text: Phrase): Block => ({ kind: 'paragraph', text })
/** A sentence that must not be overlooked. */
export const statement = (text: Phrase): Block => ({ kind: 'statement', text })
/** An explanation beside a figure. */
export const note = (text: Phrase): Block => ({ kind: 'note', text })
export const item = (text: Phrase): Block => ({ kind: 'item', text })
export const tableBlock = (table: Table): Block => ({ kind: 'table', table })

/** Said at the top of every page whose data are made up. */
export const demonstrationNotice = 'DỮ LIỆU MINH HỌA – KHÔNG PHẢI KẾT QUẢ THẬT'
