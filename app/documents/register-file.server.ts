import writeXlsx from 'write-excel-file/node'

/** One line of a register's sheet, left to right; null where a cell is empty. */
export type RegisterLine = readonly (string | number | null)[]

/** Writes a household register as an Excel workbook (.xlsx) of one sheet, wide enough to be read. */
export const writeRegisterFile = (lines: readonly RegisterLine[]): Promise<Buffer> =>
  writeXlsx(
    lines.map(line => [...line]),
    { sheet: 'Danh sách hộ', columns: [{ width: 8 }, { width: 32 }, { width: 20 }, { width: 20 }] },
  ).toBuffer()
