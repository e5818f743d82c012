import type { Content } from 'pdfmake/interfaces.js'
import { type Appendix, type Block, type Paper, romanOf, type Section } from '#app/dossier/paper.ts'
import type { Pages } from './pdf.server.ts'
import { renderPaperPdf } from './pdf-kept.server.ts'
import { footOf, headOf } from './pdf-paper-head.server.ts'
import {
  centred,
  type Orientation,
  paperMargins,
  points,
  room,
  rule,
  textWidth,
} from './pdf-paper-page.server.ts'
import { ruledTable } from './pdf-paper-table.server.ts'
import { printPhrase } from './print.server.ts'

/** Points of the letters of tables; running text has 14. */
const tableSizes: { readonly [orientation in Orientation]: number } = { upright: 12, sideways: 11 }

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly fontSize?: number }

const looks: { readonly [kind in Exclude<Block['kind'], 'table'>]: Look } = {
  heading: { bold: true },
  paragraph: {},
  statement: { bold: true },
  note: { italics: true, fontSize: 12 },
  item: {},
}

const gap = room(3)

/** A hash or an address as long as a line would tear the words before it apart. */
const longWord = /\S{40}/

/** A hash of 64 digits fits on one line in smaller letters. */
const hash = /[0-9a-f]{64}/

type Before = { readonly keepNext?: boolean; readonly table?: boolean }

/** Room stands above a text: below the last one of a page it could open an empty page. */
const running = (text: string, look: Look, before: Before = {}): Content => ({
  text,
  ...look,
  ...(hash.test(text) ? { fontSize: 12 } : {}),
  alignment: longWord.test(text) ? 'left' : 'justify',
  leadingIndent: points(10),
  margin: [0, 6, 0, before.table ? 3 : 0],
  ...(before.keepNext || before.table ? { headlineLevel: 1 } : {}),
})

const blockParts = (block: Block, next: Block | undefined, orientation: Orientation): readonly Content[] => {
  if (block.kind === 'table') {
    const look = { width: textWidth[orientation], size: tableSizes[orientation] }
    return next ? [ruledTable(block.table, look), gap] : [ruledTable(block.table, look)]
  }
  const text = (block.kind === 'item' ? '- ' : '') + printPhrase(block.text)
  const before = { keepNext: block.kind === 'heading', table: next?.kind === 'table' }
  return [running(text, looks[block.kind], before)]
}

const blocksParts = (blocks: readonly Block[], orientation: Orientation): readonly Content[] =>
  blocks.flatMap((block, i) => blockParts(block, blocks[i + 1], orientation))

const opening = ({ blocks: [first] }: Section): Before => ({ keepNext: true, table: first?.kind === 'table' })

const sectionParts = (section: Section, index: number): readonly Content[] => [
  running(`${romanOf(index)}. ${section.heading}`, { bold: true }, opening(section)),
  ...blocksParts(section.blocks, 'upright'),
]

/** An appendix begins on a page of its own, and stays with its heading. */
const appendixParts = (appendix: Appendix): readonly Content[] => {
  const orientation = appendix.upright ? 'upright' : 'sideways'
  return [
    {
      stack: [
        centred({ text: appendix.heading, size: 14, bold: true }),
        centred({ text: appendix.subject.toLocaleUpperCase('vi'), size: 14, bold: true }),
        centred({ text: appendix.attachedTo, size: 13, italics: true }),
        rule(points(40), textWidth[orientation]),
      ],
      pageBreak: 'before',
      pageOrientation: orientation === 'upright' ? 'portrait' : 'landscape',
    },
    ...blocksParts(appendix.blocks, orientation),
  ]
}

/** A paper as pages of a PDF file: the texts of the Word file in the same order, in the same layout. */
export const paperPages = (paper: Paper): Pages => ({
  title: `${paper.title}: ${paper.subject}`,
  madeOn: paper.madeOn,
  size: 'A4',
  margins: paperMargins,
  fontSize: 14,
  numbered: true,
  stateHead: true,
  notice: paper.notice,
  codes: {},
  content: [
    ...headOf(paper),
    ...paper.opening.map(phrase => running(printPhrase(phrase), {})),
    ...paper.sections.flatMap(sectionParts),
    // A signature never stands on a page of its own.
    { unbreakable: true, stack: [running(printPhrase(paper.closing), {}), gap, footOf(paper)] },
    ...paper.appendices.flatMap(appendixParts),
  ],
})

/** A paper as a PDF file in the layout of NĐ 30/2020/NĐ-CP. The same paper is the same bytes. */
export const writePaperPdf = (paper: Paper): Promise<Buffer> => renderPaperPdf(paperPages(paper))
