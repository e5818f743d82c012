import { formatDate, formatInteger } from '#app/i18n/format.ts'
import type { Title } from '#app/programme/titles.ts'
import { DataTable } from './data-table.tsx'
import { useSite, useT } from './site.tsx'

type JointShown = {
  readonly id: string
  readonly name: string
  readonly title: Title
  readonly communes: number
  /** A day, `yyyy-mm-dd`. */
  readonly closedOn: string
}

/** Joint rounds with results, the last closed first. */
export const PublicJointTable = ({ joints }: { readonly joints: readonly JointShown[] }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <DataTable
      caption={t('province.joints.title')}
      captionHidden
      columns={[
        {
          header: t('province.joints.name'),
          cell: one => <a href={`/ket-qua/nhieu-xa/${one.id}`}>{one.name}</a>,
        },
        { header: t('province.title'), cell: one => t(`term.title.${one.title}`) },
        {
          header: t('province.joints.communes'),
          cell: one => formatInteger(one.communes, language),
          numeric: true,
        },
        { header: t('province.closed'), cell: one => formatDate(one.closedOn, language) },
      ]}
      rows={joints}
      rowKey={one => one.id}
    />
  )
}

type PartsProps = { readonly parts: readonly { readonly id: string; readonly communeName: string }[] }

/** The way to each commune's own page. */
export const JointPartLinks = ({ parts }: PartsProps) => {
  const t = useT()
  return (
    <section aria-labelledby="parts-title">
      <h2 id="parts-title">{t('province.joints.parts')}</h2>
      <ul>
        {parts.map(part => (
          <li key={part.id}>
            <a href={`/ket-qua/${part.id}`}>{part.communeName}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
