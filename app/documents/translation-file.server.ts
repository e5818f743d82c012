import writeXlsx from 'write-excel-file/node'

/** Writes the lines of a translation sheet, headings first, as an Excel workbook whose texts wrap. */
export const writeTranslationFile = (lines: readonly (readonly string[])[]): Promise<Buffer> =>
  writeXlsx(
    lines.map((line, at) =>
      line.map(value => ({
        ...{ type: String, value, wrap: true, alignVertical: 'top' as const },
        ...(at === 0 ? { fontWeight: 'bold' as const } : {}),
      })),
    ),
    {
      sheet: 'Bảng dịch',
      columns: [{ width: 18 }, { width: 48 }, { width: 48 }, { width: 48 }, { width: 48 }],
      stickyRowsCount: 1,
    },
  ).toBuffer()
