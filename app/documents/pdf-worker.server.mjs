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
})

const line = (text, look) => ({ text, fontSize: 9, alignment: 'center', ...look })

/** Made-up data are named on every page; page numbers stand at the top, from the second page on (NĐ 30/2020/NĐ-CP). */
const headerOf =
  ({ notice, numbered }) =>
  page => [
    ...(notice === null ? [] : [line(notice, { bold: true, color: '#9B1C1C', margin: [0, 6, 0, 0] })]),
    ...(numbered && page > 1 ? [line(String(page), { margin: [0, notice === null ? 18 : 2, 0, 0] })] : []),
  ]

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
