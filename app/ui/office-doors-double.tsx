import type { Channel } from '#app/ballot/ballot.ts'
import { Badge } from './badge.tsx'
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

const DoubleRow = ({ double }: { readonly double: Double }) => {
  const t = useT()
  const number = useDoorNumber()
  const name = double.name ?? t('office.collect.unnamed')
  const later = double.later.map(({ collector, channel }) =>
    t('office.doubles.laterBy', { collector, means: t(`term.channel.${channel}`) }),
  )
  return (
    <li className="row">
      <div className="row-main">
        <span className="row-name">{name}</span>{' '}
        <span className="soft">
          {number(double.number)} · {double.villageName}
        </span>
        <p>{t('office.doubles.first', { means: t(`term.channel.${double.first}`) })}</p>
        <p>{t('office.doubles.later', { later: later.join(', ') })}</p>
      </div>
      <LookedAt double={double} name={name} />
    </li>
  )
}

/** Households met twice: by whom and by which means, never what any ballot says. */
export const Doubles = ({ doubles }: { readonly doubles: readonly Double[] }) => {
  const t = useT()
  return (
    <>
      <h1>{t('office.doubles.title')}</h1>
      <p className="lead">{t('office.doubles.lead')}</p>
      <p>{t(doubles.length === 0 ? 'office.doubles.none' : 'office.doubles.why')}</p>
      {doubles.length === 0 ? null : (
        <ul className="rows">
          {doubles.map(double => (
            <DoubleRow key={double.slotId} double={double} />
          ))}
        </ul>
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
