/** A paper of the whole set: what it is called, where it stands in words, and its files. */
export type SetPaper = {
  readonly position: number
  readonly name: string
  /** Where it stands, as the page says it. */
  readonly state: string
  /** Who owes it and by when, as the page says it; null where nobody does any more. */
  readonly owed: string | null
  readonly files: readonly string[]
}

/** A paper's number in the set, counted from 1: `03`. */
const numberOf = (position: number): string => String(position + 1).padStart(2, '0')

/** Characters that Windows takes in no name of a file. */
const barred = /[<>:"/\\|?*\p{Cc}]/gu

/** The name of a file in the set: `03 Báo cáo….pdf`, and `03.2 …` where a paper has several. */
export const nameInSet = (file: {
  readonly position: number
  readonly index: number
  readonly of: number
  readonly name: string
}): string => {
  const part = file.of > 1 ? `.${file.index + 1}` : ''
  return `${numberOf(file.position)}${part} ${file.name.replace(barred, '_')}`
}

/** The name of the list of contents in the set. */
export const contentsName = '00 DANH-MUC.txt'

const linesOf = ({ position, name, state, owed, files }: SetPaper): readonly string[] => [
  `${numberOf(position)}. ${name}`,
  `    ${state}${owed === null ? '' : `. ${owed}`}`,
  ...files.map(file => `    - ${file}`),
]

/** The list of contents as a text that every editor of Windows reads: marked as UTF-8, lines ended as Windows ends them. */
export const contentsOf = (heading: readonly string[], papers: readonly SetPaper[]): string =>
  `\uFEFF${[...heading, '', ...papers.flatMap(linesOf), ''].join('\r\n')}`
