/**
 * Draws PDF pages in a thread of their own: a village's papers take a second or more of computing, in which the server
 * answers others. Plain JavaScript, because a thread starts from a file as it stands, built or not.
 */
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { qrPicture } from './pdf-qr.server.mjs'

const require = createRequire(import.meta.url)
const pdfmake = require('pdfmake')

const face = name => require.resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`)

pdfmake.addFonts({
  Tinos: {
    normal: face('400Regular'),
    bold: face('700Bold'),
    italics: face('400Regular_Italic'),
    bolditalics: face('700Bold_Italic'),
  },
})
// Pages show what they are given: no file of this machine and no address is ever fetched for one.
pdfmake.setLocalAccessPolicy(path => path.endsWith('.ttf'))
pdfmake.setUrlAccessPolicy(() => false)

const hair = () => 0.5
const dashed = () => ({ dash: { length: 3, space: 3 } })

pdfmake.addTableLayouts({
  /** Where scissors go. */
  cut: {
    hLineWidth: hair,
    vLineWidth: hair,
    hLineColor: () => '#777777',
    vLineColor: () => '#777777',
    hLineStyle: dashed,
    vLineStyle: dashed,
    paddingLeft: () => 8,
    paddingRight: () => 8,
    paddingTop: () => 6,
    paddingBottom: () => 4,
  },
  /** A table of figures or names, every cell ruled. */
  ruled: {
    hLineWidth: hair,
    vLineWidth: hair,
    paddingLeft: () => 4,
    paddingRight: () => 4,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
  /** A ruled table of a state paper, which has many columns. */
  paper: {
    hLineWidth: hair,
    vLineWidth: hair,
    paddingLeft: () => 3,
    paddingRight: () => 3,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  },
  /** Only places things side by side. */
  bare: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
})

/** In the middle between the margins, so many points from the edge or from the line above. */
const line = ({ margins }, { text, size, top, ...look }) => ({
  style: 'head',
  text,
  fontSize: size,
  alignment: 'center',
  margin: [margins[0], top, margins[2], 0],
  ...look,
})

const said = { bold: true, color: '#9B1C1C' }

/** Small letters, the notice above the number. */
const smallHead = (pages, page) => [
  ...(pages.notice === null ? [] : [line(pages, { text: pages.notice, size: 9, top: 6, ...said })]),
  ...(pages.numbered && page > 1
    ? [line(pages, { text: String(page), size: 9, top: pages.notice === null ? 18 : 2 })]
    : []),
]

/** The number of 13 points, the notice below it, all within the top margin of 20 mm. */
const stateHead = (pages, page) => {
  const number = page > 1 ? [line(pages, { text: String(page), size: 13, top: 22 })] : []
  const top = page > 1 ? 0 : 34
  return [
    ...number,
    ...(pages.notice === null ? [] : [line(pages, { text: pages.notice, size: 12, top, ...said })]),
  ]
}

/** Made-up data are named on every page; page numbers stand at the top, from the second page on (NĐ 30/2020/NĐ-CP). */
const headerOf = pages => page => (pages.stateHead ? stateHead : smallHead)(pages, page)

/**
 * Headings go to the next page with what they head: nothing but other headings would follow them on this one. A table that
 * goes to the next page is still said to begin here with its heads and first row, so those prove nothing.
 */
const leftAlone = (node, { getFollowingNodesOnPage }) => {
  if (node.headlineLevel === undefined) return false
  const following = getFollowingNodesOnPage().filter(
    ({ style, headlineLevel }) => style !== 'head' && headlineLevel === undefined,
  )
  const begins = following[0]?.table ? following[0].startPosition.top : null
  return !following.some(({ text, startPosition }) => text !== undefined && startPosition.top !== begins)
}

/** The same pages are the same bytes: the library would date them with the time of day. */
const infoOf = ({ title, madeOn }) => ({
  title,
  producer: 'Lòng Dân',
  creator: 'Lòng Dân',
  creationDate: new Date(`${madeOn}T00:00:00+07:00`),
})

const render = pages =>
  pdfmake
    .createPdf({
      content: pages.content,
      images: Object.fromEntries(Object.entries(pages.codes).map(([name, link]) => [name, qrPicture(link)])),
      pageSize: pages.size,
      pageOrientation: pages.orientation ?? 'portrait',
      pageBreakBefore: leftAlone,
      styles: { head: {} },
      pageMargins: pages.margins,
      header: headerOf(pages),
      info: infoOf(pages),
      language: 'vi',
      compress: true,
      defaultStyle: { font: 'Tinos', fontSize: pages.fontSize, lineHeight: 1.1 },
    })
    .getBuffer()

parentPort.on('message', async ({ id, pages }) => {
  try {
    parentPort.postMessage({ id, bytes: await render(pages) })
  } catch (error) {
    parentPort.postMessage({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
})
