import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { type Appendix, type Block, type Paper, romanOf, type Section } from '#app/dossier/paper.ts'
import { centred, footOf, headOf, rule } from './docx-head.server.ts'
import { type Orientation, pagesOf, textWidth } from './docx-page.server.ts'
import { ruledTable } from './docx-table.server.ts'
import { printPhrase } from './print.server.ts'
import { steady } from './steady.server.ts'

/** Letters of running text 14 points, of tables 12 upright and 11 sideways, in half-points. */
const tableSizes: { readonly [orientation in Orientation]: number } = { upright: 24, sideways: 22 }

const firstLine = convertMillimetersToTwip(10)

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }

const looks: { readonly [kind in Exclude<Block['kind'], 'table'>]: Look } = {
  heading: { bold: true },
  paragraph: {},
  statement: { bold: true },
  note: { italics: true, size: 24 },
  item: {},
}

/** A hash or an address as long as a line would tear the words before it apart. */
const longWord = /\S{40}/

/** A hash of 64 digits fits on one line in smaller letters. */
const hash = /[0-9a-f]{64}/

const running = (text: string, look: Look, keepNext = false): Paragraph =>
  new Paragraph({
    alignment: longWord.test(text) ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
    indent: { firstLine },
    keepNext,
    children: [new TextRun({ text, ...look, ...(hash.test(text) ? { size: 24 } : {}) })],
  })

/** A little room below a table: the paragraph that Word wants there anyway. */
const gap = (keepNext = false): Paragraph =>
  new Paragraph({
    style: 'cell',
    keepNext,
    spacing: { line: 120, lineRule: LineRuleType.EXACT },
    children: [],
  })

const blockParts = (
  block: Block,
  next: Block | undefined,
  orientation: Orientation,
): readonly FileChild[] => {
  if (block.kind === 'table') {
    const look = { width: textWidth[orientation], size: tableSizes[orientation] }
    return [ruledTable(block.table, look), gap()]
  }
  const text = (block.kind === 'item' ? '- ' : '') + printPhrase(block.text)
  return [running(text, looks[block.kind], block.kind === 'heading' || next?.kind === 'table')]
}

const blocksParts = (blocks: readonly Block[], orientation: Orientation): readonly FileChild[] =>
  blocks.flatMap((block, i) => blockParts(block, blocks[i + 1], orientation))

const sectionParts = (section: Section, index: number): readonly FileChild[] => [
  running(`${romanOf(index)}. ${section.heading}`, { bold: true }, true),
  ...blocksParts(section.blocks, 'upright'),
]

const orientationOf = ({ upright }: Appendix): Orientation => (upright ? 'upright' : 'sideways')

const appendixParts = (
  { heading, subject, attachedTo, blocks }: Appendix,
  orientation: Orientation,
): readonly FileChild[] => [
  centred({ text: heading, size: 28, bold: true }),
  centred({ text: subject.toLocaleUpperCase('vi'), size: 28, bold: true }),
  centred({ text: attachedTo, size: 26, italics: true }),
  rule(40, textWidth[orientation]),
  gap(),
  ...blocksParts(blocks, orientation),
]

const bodyParts = (paper: Paper): readonly FileChild[] => [
  ...headOf(paper),
  gap(),
  ...paper.opening.map(phrase => running(printPhrase(phrase), {})),
  ...paper.sections.flatMap(sectionParts),
  // A signature never stands on a page of its own.
  running(printPhrase(paper.closing), {}, true),
  gap(true),
  footOf(paper),
]

const styles = {
  default: {
    document: {
      run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } },
      paragraph: { spacing: { before: 60, after: 60, line: 264, lineRule: LineRuleType.AUTO } },
    },
  },
  paragraphStyles: [
    {
      id: 'cell',
      name: 'Cell',
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
}

/** A paper as a Word file in the layout of NĐ 30/2020/NĐ-CP. The same paper is the same bytes. */
export const writeDocx = async (paper: Paper): Promise<Buffer> => {
  const { notice } = paper
  const document = new Document({
    title: `${paper.title}: ${paper.subject}`,
    creator: paper.letterhead.lines.join(' '),
    lastModifiedBy: paper.letterhead.lines.join(' '),
    styles,
    sections: [
      pagesOf(bodyParts(paper), { orientation: 'upright', notice, opens: true }),
      ...paper.appendices.map(appendix => {
        const orientation = orientationOf(appendix)
        return pagesOf(appendixParts(appendix, orientation), { orientation, notice, opens: false })
      }),
    ],
  })
  return steady(await Packer.toBuffer(document), paper.madeOn)
}
