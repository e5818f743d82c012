import { Zip, ZipPassThrough } from 'fflate'

/** The first day that a zip can hold, wherever it is made. */
const anyDay = new Date(1980, 0, 2)

/** A file of a zip as it is read, piece by piece. */
export type ZipPieces = { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> }

/** A zip as it is read, stored and not packed: what lies in it is packed already. One piece of one file is held at a time. */
export async function* streamZip(files: AsyncIterable<ZipPieces>): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    made.push(data)
  })
  const take = () => {
    const taken = made
    made = []
    return taken
  }
  for await (const { name, pieces } of files) {
    const part = new ZipPassThrough(name)
    part.mtime = anyDay
    zip.add(part)
    for await (const piece of pieces) {
      part.push(piece)
      yield* take()
    }
    part.push(new Uint8Array(), true)
    yield* take()
  }
  zip.end()
  yield* take()
}
