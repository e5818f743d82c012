import { isBeforeOpening, type State } from '#app/campaign/campaign.ts'
import { formatDate, formatInteger } from '#app/i18n/format.ts'
import type { Title } from '#app/programme/titles.ts'
import { StateBadge } from './badge.tsx'
import { DataTable } from './data-table.tsx'
import { useSite, useT } from './site.tsx'

type JointShown = {
  readonly id: string
  readonly name: string
  readonly title: Title
  readonly startsOn: string
  readonly endsOn: string
  readonly areaName: string
  readonly communeIds: readonly string[]
  readonly startedAt: Date | string | null
}

const useDates = () => {
  const t = useT()
  const { language } = useSite()
  return ({ startsOn, endsOn }: Pick<JointShown, 'startsOn' | 'endsOn'>): string =>
    t('office.joint.list.dates', { from: formatDate(startsOn, language), to: formatDate(endsOn, language) })
}

/** Rounds of several communes, newest first. */
export const JointList = ({ joints }: { readonly joints: readonly JointShown[] }) => {
  const t = useT()
  const dates = useDates()
  return (
    <DataTable
      caption={t('office.joint.title')}
      captionHidden
      columns={[
        {
          header: t('office.joint.list.name'),
          cell: one => <a href={`/dot-nhieu-xa/${one.id}`}>{one.name}</a>,
        },
        { header: t('office.joint.list.heading'), cell: one => t(`term.title.${one.title}`) },
        { header: t('office.joint.list.days'), cell: dates },
        { header: t('office.joint.list.communes'), cell: one => one.communeIds.length, numeric: true },
        {
          header: t('office.joint.list.started'),
          cell: one => t(one.startedAt ? 'office.joint.list.yes' : 'office.joint.list.no'),
        },
      ]}
      rows={joints}
      rowKey={one => one.id}
    />
  )
}

/** What a round of several communes is about. */
export const JointFacts = ({ joint }: { readonly joint: JointShown }) => {
  const t = useT()
  const dates = useDates()
  const rows = [
    [t('office.joint.facts.heading'), t(`term.title.${joint.title}`)],
    [t('office.joint.facts.days'), dates(joint)],
    [t('office.joint.facts.area'), joint.areaName],
    [t('office.joint.facts.communes'), String(joint.communeIds.length)],
  ] as const
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type PartShown = {
  readonly id: string
  readonly communeName: string
  readonly state: State
  readonly villages: number
  readonly drawn: number
  readonly collected: number
}

/** The communes of a joint round: the step each has reached, and its participation. */
export const JointParts = ({ parts }: { readonly parts: readonly PartShown[] }) => {
  const t = useT()
  const { language } = useSite()
  const number = (header: string, of: (part: PartShown) => number) => ({
    header,
    // Where everybody is asked nothing is counted before opening, and an empty cell is never a zero.
    cell: (part: PartShown) => (part.villages === 0 ? '–' : formatInteger(of(part), language)),
    numeric: true,
  })
  return (
    <DataTable
      caption={t('office.joint.parts.caption')}
      captionHidden
      columns={[
        {
          header: t('office.joint.parts.commune'),
          cell: part => <a href={`/dot/${part.id}`}>{part.communeName}</a>,
        },
        { header: t('office.joint.parts.state'), cell: part => <StateBadge state={part.state} /> },
        number(t('office.joint.parts.villages'), part => part.villages),
        number(t('office.joint.parts.asked'), part => part.drawn),
        {
          header: t('office.joint.parts.collected'),
          cell: part => (isBeforeOpening(part.state) ? '–' : formatInteger(part.collected, language)),
          numeric: true,
        },
      ]}
      rows={parts}
      rowKey={part => part.id}
    />
  )
}
