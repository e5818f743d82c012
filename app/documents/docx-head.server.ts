import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type FileChild,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { longDay } from '#app/dossier/day-text.ts'
import type { Paper } from '#app/dossier/paper.ts'
import { textWidth } from './docx-page.server.ts'

type Line = {
  readonly text: string
  /** In half-points. */
  readonly size: number
  readonly bold?: boolean
  readonly italics?: boolean
  /** In points. */
  readonly before?: number
}

/** A line in the middle of its place. */
export const centred = ({ text, size, bold = false, italics = false, before = 0 }: Line): Paragraph =>
  new Paragraph({
    style: 'cell',
    alignment: AlignmentType.CENTER,
    spacing: { before: before * 20 },
    children: [new TextRun({ text, size, bold, italics })],
  })

/** A rule of `length` mm in the middle of a place `width` mm wide. */
export const rule = (length: number, width: number): Paragraph => {
  const indent = convertMillimetersToTwip((width - length) / 2)
  return new Paragraph({
    style: 'cell',
    indent: { left: indent, right: indent },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    spacing: { before: 50, line: 60, lineRule: LineRuleType.EXACT },
    children: [],
  })
}

/** A table that only places things side by side: no lines, its rows never split. `widths` in mm. */
export const sideBySide = (
  rows: readonly (readonly (readonly Paragraph[])[])[],
  widths: readonly number[],
): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    width: {
      size: convertMillimetersToTwip(widths.reduce((sum, width) => sum + width, 0)),
      type: WidthType.DXA,
    },
    columnWidths: widths.map(width => convertMillimetersToTwip(width)),
    rows: rows.map(
      cells =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            children => new TableCell({ margins: { left: 0, right: 0 }, children: [...children] }),
          ),
        }),
    ),
  })

const left = 66
const right = textWidth.upright - left

/** Length in mm of “Độc lập - Tự do - Hạnh phúc” in bold Times of 13 points: the rule below is as long as the words. */
const mottoLength = 56

/** Issuing body left, state and motto right, number and date below (NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.1–4). */
const letterhead = ({ letterhead: { lines, symbol, number, place }, madeOn }: Paper): Table =>
  sideBySide(
    [
      [
        [
          ...lines.map((text, i) => centred({ text, size: 24, bold: i === lines.length - 1 })),
          rule(22, left),
        ],
        [
          centred({ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 24, bold: true }),
          centred({ text: 'Độc lập - Tự do - Hạnh phúc', size: 26, bold: true }),
          rule(mottoLength, right),
        ],
      ],
      [
        [centred({ text: `Số: ${number ?? '         '}/${symbol}`, size: 26, before: 6 })],
        [centred({ text: `${place}, ${longDay(madeOn)}`, size: 26, italics: true, before: 6 })],
      ],
    ],
    [left, right],
  )

/** Everything above the first sentence. */
export const headOf = (paper: Paper): readonly FileChild[] => [
  letterhead(paper),
  centred({ text: paper.title, size: 28, bold: true, before: 18 }),
  centred({ text: paper.subject, size: 28, bold: true, before: 2 }),
  rule(50, textWidth.upright),
]

const signatureCell = (lines: readonly string[]): readonly Paragraph[] => [
  ...lines.map((text, i) => centred({ text, size: 26, bold: i === 0, italics: i > 0 })),
  new Paragraph({ style: 'cell', spacing: { before: 1400 }, children: [] }),
]

/** Everybody who signs minutes, side by side with room for the signature and the name. */
const signaturesOf = (signatures: readonly (readonly string[])[]): Table =>
  sideBySide(
    [signatures.map(signatureCell)],
    signatures.map(() => textWidth.upright / signatures.length),
  )

/** What stands below a paper. */
export const footOf = (paper: Paper): Table =>
  paper.signatures ? signaturesOf(paper.signatures) : signedFoot(paper)

/** Receivers left, signer right with room for the signature and seal (mục I.7–9). */
const signedFoot = ({ recipients, signer, signedBy }: Paper): Table => {
  const small = (
    text: string,
    size: number,
    more: { readonly bold?: boolean; readonly italics?: boolean } = {},
  ) => new Paragraph({ style: 'cell', children: [new TextRun({ text, size, ...more })] })
  const room = new Paragraph({ style: 'cell', spacing: { before: 1400 }, children: [] })
  return sideBySide(
    [
      [
        [
          small('Nơi nhận:', 24, { bold: true, italics: true }),
          ...recipients.map(text => small(`- ${text}`, 22)),
        ],
        [
          ...signer.map(text => centred({ text, size: 28, bold: true })),
          room,
          ...(signedBy === undefined ? [] : [centred({ text: signedBy, size: 28, bold: true })]),
        ],
      ],
    ],
    [textWidth.upright / 2, textWidth.upright / 2],
  )
}
