import type writeXlsxFile from 'write-excel-file/node'
import type { Feature, Sheet } from 'write-excel-file/node'

/** What the library takes as a picture; papers have none. */
export type FileContent = Parameters<typeof writeXlsxFile>[0] extends readonly Sheet<infer C>[] ? C : never

/** A sheet as a printer needs it: its name, and how many rows at its top come again on every page. */
export type PrintedSheet = { readonly name: string; readonly headingRows: number }

const titlesOf = ({ name, headingRows }: PrintedSheet, index: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name.replaceAll("'", "''")}'!$1:$${headingRows}</definedName>`

/** In inches: as wide as office printers can. */
const margins = '<pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'

/** Lets sheets be printed as wide as a page, their headings on each: what the library itself has no setting for (ECMA-376 part 1, 18.3.1.63 and 18.2.6). */
export const printing = (sheets: readonly PrintedSheet[]): Feature<FileContent> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: xml =>
          xml
            .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
            .replace(/<pageMargins [^>]*\/>/, margins)
            .replace(
              /<pageSetup [^>]*\/>/,
              '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
            ),
      },
      'xl/workbook.xml': {
        transform: xml =>
          xml.replace('<definedNames/>', `<definedNames>${sheets.map(titlesOf).join('')}</definedNames>`),
      },
    },
  },
})
