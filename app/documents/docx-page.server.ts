import {
  AlignmentType,
  convertMillimetersToTwip,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'

/** A4 upright or on its side, as the library takes it: width and height of the upright sheet. */
const a4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }

/** Margins in mm within what NĐ 30/2020/NĐ-CP, Phụ lục I, phần I.2 allows: top and bottom 20–25, left 30–35, right 15–20. */
const margin = { top: 20, bottom: 20, left: 30, right: 20 }

export type Orientation = 'upright' | 'sideways'

/** Width of a page between its margins, in mm. */
export const textWidth: { readonly [orientation in Orientation]: number } = {
  upright: 210 - margin.left - margin.right,
  sideways: 297 - margin.left - margin.right,
}

const noticeLine = (notice: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: notice, bold: true, size: 24, color: '9B1C1C' })],
  })

const numberLine = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
  })

/** The page number in the middle of the top margin, from the second page on (phần II, mục II.7); a notice on every page. */
const headersOf = (notice: string | null): NonNullable<ISectionOptions['headers']> => {
  const said = notice === null ? [] : [noticeLine(notice)]
  return {
    first: new Header({ children: notice === null ? [new Paragraph({})] : said }),
    default: new Header({ children: [numberLine(), ...said] }),
  }
}

type PageOptions = {
  readonly orientation: Orientation
  readonly notice: string | null
  /** Whether the paper opens with them: its first page alone has no number. */
  readonly opens: boolean
}

/**
 * Pages of one orientation. Numbers run on through the appendices: started anew, they
 * make LibreOffice put an empty page between two odd ones.
 */
export const pagesOf = (
  children: ISectionOptions['children'],
  { orientation, notice, opens }: PageOptions,
): ISectionOptions => ({
  children,
  headers: headersOf(notice),
  properties: {
    type: SectionType.NEXT_PAGE,
    titlePage: opens,
    page: {
      size: {
        ...a4,
        orientation: orientation === 'upright' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      },
      margin: {
        top: convertMillimetersToTwip(margin.top),
        bottom: convertMillimetersToTwip(margin.bottom),
        left: convertMillimetersToTwip(margin.left),
        right: convertMillimetersToTwip(margin.right),
        header: convertMillimetersToTwip(10),
        footer: convertMillimetersToTwip(10),
      },
    },
  },
})
