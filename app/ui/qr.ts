import { create } from 'qrcode'

/** A QR code as one path in a square of `size` modules: one small element instead of a thousand. */
export type QrDrawing = { readonly size: number; readonly path: string }

type Modules = { readonly size: number; readonly data: ArrayLike<number | boolean> }

/** Draws the modules of a QR code (row by row, truthy is dark), runs of dark modules as one stroke each. */
export const qrDrawing = ({ size, data }: Modules): QrDrawing => {
  let path = ''
  for (let row = 0; row < size; row += 1) {
    let column = 0
    while (column < size) {
      const start = column
      while (column < size && data[row * size + column]) column += 1
      if (column > start) path += `M${start} ${row}h${column - start}v1H${start}z`
      column += 1
    }
  }
  return { size, path }
}

/** The QR code of a link, with the error correction that survives a folded, photocopied sheet (level M, 15 %). */
export const qrOf = (link: string): QrDrawing =>
  qrDrawing(create(link, { errorCorrectionLevel: 'M' }).modules)
