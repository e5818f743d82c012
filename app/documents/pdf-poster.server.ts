import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { Day } from '#app/basics/day.ts'
import { issuerOf } from '#app/dossier/letterhead.ts'
import { demonstrationNotice } from '#app/dossier/paper.ts'
import { count, type Phrase, rate, say } from '#app/dossier/phrase.ts'
import { objectionText, type Posted, placesOf, spanTexts } from '#app/dossier/posting-notice.ts'
import { sampleTexts } from '#app/dossier/sample-text.ts'
import type { Survey } from '#app/dossier/survey.ts'
import { findContent } from '#app/dossier/survey.ts'
import { contentName, inSentence, titleNames } from '#app/dossier/wording.ts'
import type { Pages } from './pdf.server.ts'
import { printPhrase } from './print.server.ts'

/** Sizes of paper on which posters are printed. */
export const posterSizes = ['A4', 'A3'] as const

export type PosterSize = (typeof posterSizes)[number]

/** A3 is A4 with every length times the square root of two. */
const scales: { readonly [size in PosterSize]: number } = { A4: 1, A3: Math.SQRT2 }

type Poster = { readonly survey: Survey; readonly posted: Posted; readonly scale: number }

const words = (phrase: Phrase): string => printPhrase(phrase)

const verdictNames = { met: 'ĐẠT', 'not-met': 'CHƯA ĐẠT', 'no-basis': 'CHƯA CÓ CĂN CỨ KẾT LUẬN' } as const

const headOf = ({ survey: { campaign }, scale }: Poster): Content => ({
  alignment: 'center',
  stack: [
    { text: issuerOf(campaign.communeName).toLocaleUpperCase('vi'), fontSize: 11 * scale, bold: true },
    {
      text: 'KẾT QUẢ LẤY Ý KIẾN\nVỀ SỰ HÀI LÒNG CỦA NGƯỜI DÂN',
      fontSize: 19 * scale,
      bold: true,
      margin: [0, 6 * scale, 0, 0],
    },
    {
      text: `đối với kết quả xây dựng nông thôn mới ${inSentence(campaign.communeName)}, đề nghị công nhận danh hiệu ${titleNames[campaign.title]}`,
      fontSize: 12 * scale,
    },
  ],
})

const figureCell = (label: string, value: string, scale: number): TableCell => ({
  alignment: 'center',
  stack: [
    { text: value, fontSize: 17 * scale, bold: true },
    { text: label, fontSize: 9 * scale },
  ],
})

const figuresOf = ({ survey: { results }, scale }: Poster): Content => {
  const { area } = results
  return {
    table: {
      widths: ['*', '*', '*', '*'],
      body: [
        [
          figureCell('tổng số hộ', words([count(area.households)]), scale),
          figureCell('phiếu thu về', words([count(area.collected)]), scale),
          figureCell('tỷ lệ hộ được lấy ý kiến', words([rate(area.coverage)]), scale),
          figureCell('phiếu hợp lệ', words([count(area.valid)]), scale),
        ],
      ],
    },
    layout: 'ruled',
    margin: [0, 8 * scale, 0, 6 * scale],
  }
}

/** A joint campaign's part hangs without a verdict: only the whole campaign has one. */
const verdictLine = ({ partOfJoint, results }: Survey): string =>
  partOfJoint
    ? 'Một phần của đợt nhiều xã: kết luận ở kết quả chung của đợt'
    : `Kết luận theo bộ quy tắc: ${verdictNames[results.verdict]}`

const overallOf = ({ survey, scale }: Poster): Content => {
  const { satisfied } = survey.results.area.overall
  return {
    alignment: 'center',
    stack: [
      { text: `Hài lòng chung: ${words([rate(satisfied)])}`, fontSize: 24 * scale, bold: true },
      {
        text: words(say`${count(satisfied.part)} trong ${count(satisfied.whole)} phiếu`),
        fontSize: 11 * scale,
      },
      {
        text: verdictLine(survey),
        fontSize: 13 * scale,
        bold: true,
        margin: [0, 2 * scale, 0, 0],
      },
    ],
  }
}

/** Under the figures: that a sample was asked, with what repeats its draw. */
const sampleOf = ({ survey, scale }: Poster): Content =>
  sampleTexts(survey.sample, survey.results.area.households).map(
    (text): Content => ({
      text: words(text),
      alignment: 'center',
      fontSize: 8.5 * scale,
      margin: [0, 0, 0, 4 * scale],
    }),
  )

const contentRows = ({ survey, scale }: Poster): TableCell[][] =>
  survey.results.area.contents.slice(0, -1).map(figures => {
    const { number, content } = findContent(survey, figures.content)
    const cell = (text: string, alignment: 'left' | 'right'): TableCell => ({
      text,
      alignment,
      fontSize: 9 * scale,
    })
    return [
      cell(String(number), 'right'),
      cell(contentName(content), 'left'),
      cell(words([count(figures.counts.satisfied)]), 'right'),
      cell(words([rate(figures.satisfied)]), 'right'),
      cell(words([count(figures.counts.dissatisfied)]), 'right'),
    ]
  })

const headings = ['TT', 'Nội dung', 'Hài lòng', 'Tỷ lệ', 'Chưa hài lòng'] as const

const contentsOf = (poster: Poster): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: ['5%', '*', '10%', '13%', '11%'],
    body: [
      headings.map(
        (text): TableCell => ({ text, bold: true, alignment: 'center', fontSize: 9 * poster.scale }),
      ),
      ...contentRows(poster),
    ],
  },
  layout: 'ruled',
  margin: [0, 8 * poster.scale, 0, 8 * poster.scale],
})

const footOf = ({ survey, posted, scale }: Poster): Content => ({
  columns: [
    {
      width: '*',
      fontSize: 10 * scale,
      stack: [
        ...spanTexts(survey, posted).map(text => ({ text: words(text), bold: true })),
        { text: `Nơi niêm yết: ${placesOf(posted).join('; ')}.` },
        { text: words(objectionText(posted)), margin: [0, 3 * scale, 0, 0] },
      ],
    },
    {
      width: 96 * scale,
      alignment: 'center',
      fontSize: 8.5 * scale,
      stack: [{ image: 'results', width: 84 * scale }, { text: 'Quét để xem kết quả đầy đủ' }],
    },
  ],
  columnGap: 10 * scale,
})

const villageRows = ({ survey, scale }: Poster): TableCell[][] =>
  survey.traces.villages.map(({ name, receiptsRoot }) => {
    const unit = survey.results.units.find(one => one.name === name)
    const figure = (value: number | undefined): TableCell => ({
      text: words([count(value ?? 0)]),
      alignment: 'right',
      fontSize: 9 * scale,
    })
    return [
      { text: name, fontSize: 9 * scale },
      figure(unit?.households),
      figure(unit?.collected),
      { text: receiptsRoot ?? '–', fontSize: 7.5 * scale },
    ]
  })

/** A second page: by village, with the roots by which receipts are checked. */
const villagesOf = (poster: Poster): Content => {
  const { scale, posted } = poster
  const titles = ['Thôn', 'Số hộ', 'Phiếu thu về', 'Mã gốc cây biên nhận']
  return {
    pageBreak: 'before',
    stack: [
      { text: 'Số phiếu của từng thôn và mã để kiểm tra biên nhận', bold: true, fontSize: 14 * scale },
      {
        text: `Hộ có mã biên nhận tự kiểm tra được phiếu của mình đã được đếm tại ${posted.link}/bien-nhan.`,
        fontSize: 10 * scale,
        margin: [0, 2 * scale, 0, 6 * scale],
      },
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: ['*', '9%', '11%', '58%'],
          body: [
            titles.map((text): TableCell => ({ text, bold: true, alignment: 'center', fontSize: 9 * scale })),
            ...villageRows(poster),
          ],
        },
        layout: 'ruled',
      },
    ],
  }
}

/** The notice as a poster for the wall: the figures large, where and until when to object, the way to the full results. */
export const posterPages = (
  { survey, posted }: { readonly survey: Survey; readonly posted: Posted },
  { size, madeOn }: { readonly size: PosterSize; readonly madeOn: Day },
): Pages => {
  const poster = { survey, posted, scale: scales[size] }
  const edge = 40 * poster.scale
  return {
    title: `Niêm yết kết quả lấy ý kiến ${inSentence(survey.campaign.communeName)}`,
    madeOn,
    size,
    margins: [edge, edge, edge, edge],
    fontSize: 10 * poster.scale,
    numbered: false,
    notice: survey.demonstration ? demonstrationNotice : null,
    codes: { results: posted.link },
    content: [
      headOf(poster),
      figuresOf(poster),
      sampleOf(poster),
      overallOf(poster),
      contentsOf(poster),
      footOf(poster),
      villagesOf(poster),
    ],
  }
}
