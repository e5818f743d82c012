import { crc32, deflateSync } from 'node:zlib'
import qrcode from 'qrcode'

/** The quiet zone of four modules that scanners need (ISO/IEC 18004). */
const quiet = 4

/** Dots a module: enough that a viewer that smooths pictures leaves the edges sharp. */
const dots = 8

const word = value => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([word(data.length), body, word(crc32(body))])
}

/** One line of dots, a bit each (0 is black), behind the byte that says it is unfiltered. */
const lineOf = (side, isDark) => {
  const line = Buffer.alloc(1 + Math.ceil((side * dots) / 8), 0xff)
  line[0] = 0
  for (let x = 0; x < side * dots; x += 1) {
    if (!isDark(Math.floor(x / dots) - quiet)) continue
    const at = 1 + (x >> 3)
    line[at] &= ~(0x80 >> (x & 7))
  }
  return line
}

/**
 * The QR code of a link as a PNG picture of black and white dots, as a `data:` address, with the error correction that
 * survives a fold or a photocopy (level M, 15 %). PDF takes such a picture as it is; drawn as shapes it takes ten times as long.
 */
export const qrPicture = link => {
  const { size, data } = qrcode.create(link, { errorCorrectionLevel: 'M' }).modules
  const side = size + 2 * quiet
  const rows = Array.from({ length: side }, (_, at) => {
    const row = at - quiet
    const dark = column =>
      row >= 0 && row < size && column >= 0 && column < size && Boolean(data[row * size + column])
    const line = lineOf(side, dark)
    return Buffer.concat(Array.from({ length: dots }, () => line))
  })
  // Width, height, one bit a dot, grey (PNG, W3C recommendation, 11.2.2).
  const head = Buffer.concat([word(side * dots), word(side * dots), Buffer.from([1, 0, 0, 0, 0])])
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return `data:image/png;base64,${png.toString('base64')}`
}
