import type { Content } from 'pdfmake/interfaces.js'
import { longDay } from '#app/dossier/day-text.ts'
import type { Paper } from '#app/dossier/paper.ts'
import { centred, points, room, rule, sideBySide, textWidth } from './pdf-paper-page.server.ts'

const left = points(66)
const right = textWidth.upright - left

/** Length of “Độc lập - Tự do - Hạnh phúc” in bold Times of 13 points: the rule below is as long as the words. */
const mottoLength = points(56)

/** For a signature and a seal. */
const signature = room(70)

/** Issuing body left, state and motto right, number and date below (NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.1–4). */
const letterhead = ({ letterhead: { lines, symbol, number, place }, madeOn }: Paper): Content =>
  sideBySide(
    [
      [
        [
          ...lines.map((text, i) => centred({ text, size: 12, bold: i === lines.length - 1 })),
          rule(points(22), left),
        ],
        [
          centred({ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12, bold: true }),
          centred({ text: 'Độc lập - Tự do - Hạnh phúc', size: 13, bold: true }),
          rule(mottoLength, right),
        ],
      ],
      [
        [centred({ text: `Số: ${number ?? '         '}/${symbol}`, size: 13, before: 6 })],
        [centred({ text: `${place}, ${longDay(madeOn)}`, size: 13, italics: true, before: 6 })],
      ],
    ],
    [left, right],
  )

/** Everything above the first sentence. */
export const headOf = (paper: Paper): readonly Content[] => [
  letterhead(paper),
  centred({ text: paper.title, size: 14, bold: true, before: 18 }),
  centred({ text: paper.subject, size: 14, bold: true, before: 2 }),
  rule(points(50), textWidth.upright),
]

/** Everybody who signs minutes, side by side with room for the signature and the name. */
const signaturesOf = (signatures: readonly (readonly string[])[]): Content =>
  sideBySide(
    [
      signatures.map(lines => [
        ...lines.map((text, i) => centred({ text, size: 13, bold: i === 0, italics: i > 0 })),
        signature,
      ]),
    ],
    signatures.map(() => textWidth.upright / signatures.length),
  )

/** Receivers left, signer right with room for the signature and seal (mục I.7–9). */
const signedFoot = ({ recipients, signer, signedBy }: Paper): Content =>
  sideBySide(
    [
      [
        [
          { text: 'Nơi nhận:', fontSize: 12, bold: true, italics: true, lineHeight: 1 },
          ...recipients.map((text): Content => ({ text: `- ${text}`, fontSize: 11, lineHeight: 1 })),
        ],
        [
          ...signer.map(text => centred({ text, size: 14, bold: true })),
          signature,
          ...(signedBy === undefined ? [] : [centred({ text: signedBy, size: 14, bold: true })]),
        ],
      ],
    ],
    [textWidth.upright / 2, textWidth.upright / 2],
  )

/** What stands below a paper. */
export const footOf = (paper: Paper): Content =>
  paper.signatures ? signaturesOf(paper.signatures) : signedFoot(paper)
