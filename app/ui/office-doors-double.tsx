import type { Channel } from '#app/ballot/ballot.ts'
import { Badge } from './badge.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { useDoorNumber } from './office-doors.tsx'
import { useT } from './site.tsx'

type Double = {
  readonly slotId: string
  readonly villageName: string
  readonly number: string | null
  readonly name: string | null
  readonly first: Channel
  readonly later: readonly { readonly collector: string; readonly channel: Channel }[]
  readonly lookedAt: boolean
}

const LookedAt = ({ double, name }: { readonly double: Double; readonly name: string }) => {
  const t = useT()
  if (double.lookedAt)
    return (
      <Badge tone="good" icon="yes">
        {t('office.doubles.looked')}
      </Badge>
    )
  return (
    <form method="post">
      <input type="hidden" name="slot" value={double.slotId} />
      <button type="submit" className="btn btn-2 btn-small" aria-label={t('office.doubles.lookAt', { name })}>
        {t('office.doubles.look')}
      </button>
    </form>
  )
}

const useColumns = (): readonly Column<Double>[] => {
  const t = useT()
  const number = useDoorNumber()
  const nameOf = (double: Double) => double.name ?? t('office.collect.unnamed')
  return [
    {
      header: t('office.doubles.household'),
      cell: double => (
        <>
          {nameOf(double)}
          <span className="hint remark">
            {number(double.number)} · {double.villageName}
          </span>
        </>
      ),
    },
    { header: t('office.doubles.first'), cell: double => t(`term.channel.${double.first}`) },
    {
      header: t('office.doubles.later'),
      cell: double => (
        <ul className="plain">
          {double.later.map(({ collector, channel }) => (
            <li key={collector}>
              {t('office.doubles.laterBy', { collector, means: t(`term.channel.${channel}`) })}
            </li>
          ))}
        </ul>
      ),
    },
    {
      header: t('office.doubles.look'),
      cell: double => <LookedAt double={double} name={nameOf(double)} />,
    },
  ]
}

/** Households met twice: by whom and by which means, never what any ballot says. */
export const Doubles = ({ doubles }: { readonly doubles: readonly Double[] }) => {
  const t = useT()
  const columns = useColumns()
  return (
    <>
      <h1>{t('office.doubles.title')}</h1>
      <p className="lead">{t('office.doubles.lead')}</p>
      {doubles.length === 0 ? (
        <p>{t('office.doubles.none')}</p>
      ) : (
        <>
          <p>{t('office.doubles.why')}</p>
          <DataTable
            caption={t('office.doubles.caption')}
            captionHidden
            columns={columns}
            rows={doubles}
            rowKey={double => double.slotId}
          />
        </>
      )}
    </>
  )
}

type ImportedProps = {
  readonly imported: {
    readonly recorded: number
    readonly stood: number
    readonly unreadable: number
    readonly faulty: number
  }
}

/** What became of an imported file, in four numbers. */
export const ImportedCounts = ({ imported }: ImportedProps) => {
  const t = useT()
  const lines = ['recorded', 'stood', 'unreadable', 'faulty'] as const
  return (
    <section aria-label={t('office.outbox.done')}>
      <dl className="facts">
        {lines.map(line => (
          <div key={line}>
            <dt>{t(`office.outbox.${line}`)}</dt>
            <dd>{imported[line]}</dd>
          </div>
        ))}
      </dl>
      {imported.unreadable > 0 ? <p className="hint">{t('office.outbox.unreadableHint')}</p> : null}
      {imported.faulty > 0 ? <p className="hint">{t('office.outbox.faultyHint')}</p> : null}
    </section>
  )
}
