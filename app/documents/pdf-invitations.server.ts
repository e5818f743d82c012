import type { Content } from 'pdfmake/interfaces.js'
import type { Day } from '#app/basics/day.ts'
import { pictureOf, picturesOf, slipName } from '#app/dossier/code-slips.ts'
import type { Invitation, LetterSize } from '#app/dossier/invitation.ts'
import type { Pages } from './pdf.server.ts'

type Look = {
  readonly text: number
  readonly head: number
  readonly title: number
  readonly qr: number
  readonly code: number
}

const looks: { readonly [size in LetterSize]: Look } = {
  A4: { text: 14, head: 12, title: 16, qr: 140, code: 30 },
  A5: { text: 11.5, head: 8.5, title: 14, qr: 100, code: 22 },
}

/** Who writes on the left, the state's name on the right (NĐ 30/2020/NĐ-CP). */
const headOf = ({ issuer, placeAndDay }: Invitation, look: Look): Content => {
  const line = (text: string, bold: boolean) => ({ text, bold, fontSize: look.head })
  return {
    columns: [
      {
        width: '42%',
        alignment: 'center',
        stack: issuer.map((text, i) => line(text, i === issuer.length - 1)),
      },
      {
        width: '*',
        alignment: 'center',
        stack: [
          line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', true),
          { ...line('Độc lập - Tự do - Hạnh phúc', true), decoration: 'underline' },
          { text: placeAndDay, italics: true, fontSize: look.head, margin: [0, 4, 0, 0] },
        ],
      },
    ],
  }
}

const paragraphs = (texts: readonly string[], look: Look): Content[] =>
  texts.map(text => ({ text, alignment: 'justify', margin: [0, 0, 0, look.text * 0.45] }))

/** The code beside its QR code, in a frame, with how to answer under it. */
const codeBox = ({ slip, steps }: Invitation, look: Look): Content => ({
  table: {
    widths: [look.qr, '*'],
    dontBreakRows: true,
    body: [
      [
        { image: pictureOf(slip), width: look.qr },
        {
          stack: [
            { text: slipName(slip), bold: true },
            'Mã của hộ:',
            { text: slip.code, fontSize: look.code, bold: true, characterSpacing: 1 },
            { ol: [...steps], fontSize: look.text - 1, margin: [0, 4, 0, 0] },
          ],
        },
      ],
    ],
  },
  layout: 'ruled',
  margin: [0, 2, 0, look.text * 0.7],
})

const letterOf = (letter: Invitation, look: Look, first: boolean): Content => ({
  stack: [
    headOf(letter, look),
    {
      text: letter.title,
      bold: true,
      fontSize: look.title,
      alignment: 'center',
      margin: [0, look.text, 0, 0],
    },
    { text: letter.subject, bold: true, alignment: 'center', margin: [0, 0, 0, look.text * 0.8] },
    { text: letter.addressee, bold: true, margin: [0, 0, 0, look.text * 0.5] },
    ...paragraphs(letter.opening, look),
    codeBox(letter, look),
    ...paragraphs(letter.closing, look),
    {
      columns: [
        { width: '50%', text: '' },
        { width: '50%', text: letter.signer, bold: true, alignment: 'center' },
      ],
    },
  ],
  ...(first ? {} : { pageBreak: 'before' as const }),
})

/** One letter a page. */
export const invitationPages = (
  letters: readonly Invitation[],
  paper: {
    readonly title: string
    readonly size: LetterSize
    readonly madeOn: Day
    readonly notice: string | null
  },
): Pages => {
  const look = looks[paper.size]
  return {
    ...paper,
    margins: paper.size === 'A4' ? [72, 56, 50, 50] : [40, 34, 30, 24],
    fontSize: look.text,
    numbered: false,
    codes: picturesOf(letters.map(letter => letter.slip)),
    content: letters.map((letter, i) => letterOf(letter, look, i === 0)),
  }
}
