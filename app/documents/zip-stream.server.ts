import { Zip, ZipPassThrough } from 'fflate'

/** The first day that a zip can hold, wherever it is made. */
const anyDay = new Date(1980, 0, 2)

/** Handed on at a time, so that nobody holds a whole file twice. Bytes. */
const slice = 256 * 1024

/** A zip file by file as it is read, stored and not packed: what lies in it is packed already. One file is held at a time. */
export async function* streamZip(
  files: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>,
): AsyncGenerator<Uint8Array> {
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
  for await (const { name, bytes } of files) {
    const part = new ZipPassThrough(name)
    part.mtime = anyDay
    zip.add(part)
    for (let at = 0; at < bytes.length || at === 0; at += slice) {
      part.push(bytes.subarray(at, at + slice), at + slice >= bytes.length)
      yield* take()
    }
  }
  zip.end()
  yield* take()
}
