import type { Column, Table } from '#app/dossier/paper.ts'
import type { Phrase } from '#app/dossier/phrase.ts'
import { printPhrase } from '#app/i18n/phrase.ts'

type Span = { readonly group: string | null; readonly columns: readonly Column[] }

/** Columns side by side under one heading, or one column without. */
const spansOf = (columns: readonly Column[]): readonly Span[] => {
  const spans: Span[] = []
  for (const column of columns) {
    const last = spans.at(-1)
    if (column.group !== undefined && last?.group === column.group)
      spans[spans.length - 1] = { group: last.group, columns: [...last.columns, column] }
    else spans.push({ group: column.group ?? null, columns: [column] })
  }
  return spans
}

const keyOf = ({ group, heading }: Column): string => `${group ?? ''} ${heading}`

const UpperHeading = ({ span, rows }: { readonly span: Span; readonly rows: number }) =>
  span.group === null ? (
    <th scope="col" rowSpan={rows}>
      {span.columns[0]?.heading}
    </th>
  ) : (
    <th scope="colgroup" colSpan={span.columns.length}>
      {span.group}
    </th>
  )

const Headings = ({ columns }: { readonly columns: readonly Column[] }) => {
  const spans = spansOf(columns)
  const lower = spans.flatMap(span => (span.group === null ? [] : span.columns))
  return (
    <thead>
      <tr>
        {spans.map(span => (
          <UpperHeading
            key={span.group ?? span.columns[0]?.heading}
            span={span}
            rows={lower.length > 0 ? 2 : 1}
          />
        ))}
      </tr>
      {lower.length > 0 ? (
        <tr>
          {lower.map(column => (
            <th key={keyOf(column)} scope="col">
              {column.heading}
            </th>
          ))}
        </tr>
      ) : null}
    </thead>
  )
}

type RowProps = { readonly columns: readonly Column[]; readonly row: readonly Phrase[] }

const Row = ({ columns, row }: RowProps) => (
  <tr>
    {columns.map((column, i) => (
      <td key={keyOf(column)} className={`at-${column.align}`}>
        {printPhrase(row[i] ?? [])}
      </td>
    ))}
  </tr>
)

/** A share of a table's width, in per cent. */
const shareOf = ({ width }: Column, columns: readonly Column[]): string =>
  `${((100 * width) / columns.reduce((sum, other) => sum + other.width, 0)).toFixed(2)}%`

/** From so many columns on a table has room for its figures alone, in small type. */
const many = 15

const classOf = (columns: readonly Column[], wide: boolean): string =>
  ['paper-table', ...(wide ? ['is-wide'] : []), ...(columns.length < many ? [] : ['is-dense'])].join(' ')

type PaperTableProps = { readonly table: Table; readonly label: string; readonly wide?: boolean }

/** A ruled table of a paper; on a phone it scrolls in its own frame, which the keyboard reaches. */
export const PaperTable = ({ table: { columns, rows, strong }, label, wide = false }: PaperTableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
  <section className={classOf(columns, wide)} aria-label={label} tabIndex={0}>
    <table>
      <colgroup>
        {columns.map(column => (
          <col key={keyOf(column)} width={shareOf(column, columns)} />
        ))}
      </colgroup>
      <Headings columns={columns} />
      <tbody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a paper have no other name, and none moves
          <Row key={i} columns={columns} row={row} />
        ))}
      </tbody>
      {strong.length > 0 ? (
        <tfoot>
          {strong.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a paper have no other name, and none moves
            <Row key={i} columns={columns} row={row} />
          ))}
        </tfoot>
      ) : null}
    </table>
  </section>
)
