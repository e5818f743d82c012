import { byteOrderMark, csvLine, type PlainCell } from './csv-line.server.ts'

/** A table that is too long for memory: its headings, and its rows in bunches. */
export type LongTable = {
  readonly headings: readonly string[]
  readonly bunches: AsyncIterable<readonly (readonly PlainCell[])[]>
}

/**
 * Writes a long table as it comes. The last line says how many rows there are (`# 250000 rows`): a file without it was
 * cut off on its way.
 */
export async function* streamCsv({ headings, bunches }: LongTable): AsyncGenerator<Uint8Array> {
  let rows = 0
  yield Buffer.from(byteOrderMark + csvLine(headings), 'utf8')
  for await (const bunch of bunches) {
    rows += bunch.length
    yield Buffer.from(bunch.map(csvLine).join(''), 'utf8')
  }
  yield Buffer.from(`# ${rows} rows\r\n`, 'utf8')
}
