import { listZip, unpackEntry } from './zip.server.ts'
import { writeZip } from './zip-write.server.ts'

const moments = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g

/** Papers say when they were made by their day; midnight in Vietnam stands for it. */
const momentOf = (day: string): string => `${day}T00:00:00+07:00`

/**
 * Rewrites an office file (a zip of XML) so that the same content made on the same day is the same bytes: libraries put the
 * time of day into the zip and into its core properties. `day` is yyyy-mm-dd.
 */
export function steady(bytes: Uint8Array, day: string): Buffer {
  const listed = listZip(bytes)
  if (!listed.ok) throw new Error('a paper that is no zip')
  const files = listed.value.map(entry => {
    const unpacked = unpackEntry(bytes, entry)
    if (!unpacked.ok) throw new Error(`a paper whose ${entry.name} cannot be read`)
    if (entry.name !== 'docProps/core.xml') return { name: entry.name, bytes: unpacked.value }
    const dated = unpacked.value.toString('utf8').replace(moments, `$1${momentOf(day)}$2`)
    return { name: entry.name, bytes: Buffer.from(dated) }
  })
  return writeZip(files)
}
