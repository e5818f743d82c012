import { type ReactNode, useId } from 'react'
import { useT } from './site.tsx'

export type Column<Row> = {
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand right-aligned, digit under digit. */
  readonly numeric?: boolean
}

type DataTableProps<Row> = {
  readonly caption: string
  /** The first column names its row (th scope=row). */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** A last line such as the whole commune, set apart. */
  readonly total?: Row
  /** Leaves the caption to screen readers where a heading above says the same. */
  readonly captionHidden?: boolean
  /** A table of many columns and rows: its names stay in sight while the figures scroll inside the frame. */
  readonly pinned?: boolean
}

/** Columns that fit beside each other on a phone. */
const narrow = 3

const numericClass = (column: { readonly numeric?: boolean }): string | undefined =>
  column.numeric ? 'num' : undefined

const Line = <Row,>({ columns, row }: { readonly columns: readonly Column<Row>[]; readonly row: Row }) => (
  <tr>
    {columns.map((column, index) =>
      index === 0 ? (
        <th key={column.header} scope="row" className={numericClass(column)}>
          {column.cell(row)}
        </th>
      ) : (
        <td key={column.header} className={numericClass(column)}>
          {column.cell(row)}
        </td>
      ),
    )}
  </tr>
)

/** A table that scrolls inside its own frame on a small screen; the frame can be reached by keyboard. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { caption, columns, rows, rowKey, total, captionHidden = false, pinned = false } = props
  const id = useId()
  const t = useT()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={pinned ? 'table pinned' : 'table'} aria-labelledby={id} tabIndex={0}>
      {columns.length > narrow ? <p className="table-hint">{t('display.wide')}</p> : null}
      <table>
        <caption id={id} className={captionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.header} scope="col" className={numericClass(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Line key={rowKey(row)} columns={columns} row={row} />
          ))}
        </tbody>
        {total === undefined ? null : (
          <tfoot>
            <Line columns={columns} row={total} />
          </tfoot>
        )}
      </table>
    </section>
  )
}
