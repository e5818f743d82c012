import type { Feature } from 'write-excel-file/node'
import type { FileContent } from './xlsx.server.ts'

/** A sheet as a printer needs it: its name, and how many rows at its top come again on every page. */
export type PrintedSheet = { readonly name: string; readonly headingRows: number }

const titlesOf = ({ name, headingRows }: PrintedSheet, index: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name.replaceAll("'", "''")}'!$1:$${headingRows}</definedName>`

/** Lets sheets be printed as wide as a page, their headings on each: what the library itself has no setting for (ECMA-376 part 1, 18.3.1.63 and 18.2.6). */
export const printing = (sheets: readonly PrintedSheet[]): Feature<FileContent> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: xml =>
          xml
            .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
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
