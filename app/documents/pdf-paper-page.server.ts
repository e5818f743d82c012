import type { Content } from 'pdfmake/interfaces.js'

export type Orientation = 'upright' | 'sideways'

/** Margins in mm, those of the Word file (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I.2): top and bottom 20–25, left 30–35, right 15–20. */
const margin = { left: 30, top: 20, right: 20, bottom: 20 }

/** Millimetres as points, which PDF counts in. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4

/** Left, top, right, bottom in points. */
export const paperMargins: readonly [number, number, number, number] = [
  points(margin.left),
  points(margin.top),
  points(margin.right),
  points(margin.bottom),
]

/** Width of an A4 page between its margins, in points. */
export const textWidth: { readonly [orientation in Orientation]: number } = {
  upright: points(210 - margin.left - margin.right),
  sideways: points(297 - margin.left - margin.right),
}

/** A rule in the middle of a place; `length` and `width` in points. */
export const rule = (length: number, width: number): Content => ({
  canvas: [
    { type: 'line', x1: (width - length) / 2, y1: 3, x2: (width + length) / 2, y2: 3, lineWidth: 0.75 },
  ],
  margin: [0, 0, 0, 8],
})

/** Nothing but room, so many points of it. */
export const room = (height: number): Content => ({ stack: [], margin: [0, 0, 0, height] })

type Line = {
  readonly text: string
  /** In points. */
  readonly size: number
  readonly bold?: boolean
  readonly italics?: boolean
  /** Room above, in points. */
  readonly before?: number
}

/** A line in the middle of its place. */
export const centred = ({ text, size, bold = false, italics = false, before = 0 }: Line): Content => ({
  text,
  fontSize: size,
  bold,
  italics,
  alignment: 'center',
  lineHeight: 1,
  preserveLeadingSpaces: true,
  margin: [0, before, 0, 0],
})

/** Things side by side without lines; `widths` in points. */
export const sideBySide = (
  rows: readonly (readonly (readonly Content[])[])[],
  widths: readonly number[],
): Content => ({
  layout: 'bare',
  table: {
    dontBreakRows: true,
    widths: [...widths],
    body: rows.map(cells => cells.map(stack => ({ stack: [...stack] }))),
  },
})
