import { Badge } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { OutcomeForm } from './office-doors-outcome.tsx'
import { type Assisted, type Door, doorsHref, type Place } from './office-doors-place.ts'
import { Pager } from './pager.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

/** Links that look like a row of choices: the means in use is marked. */
export const MeansChoice = ({
  means,
  options,
  hrefOf,
}: {
  readonly means: Assisted
  readonly options: readonly Assisted[]
  readonly hrefOf: (means: Assisted) => string
}) => {
  const t = useT()
  return (
    <nav className="means" aria-label={t('office.collect.means')}>
      <ul>
        {options.map(one => (
          <li key={one}>
            <a href={hrefOf(one)} aria-current={one === means ? 'true' : undefined}>
              {t(`term.channel.${one}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Finds a household by name or number; a GET, so it can be gone back to. */
export const DoorSearch = ({ place }: { readonly place: Place }) => {
  const t = useT()
  return (
    <form method="get" action={`/dot/${place.campaignId}/thu`} className="search">
      <input type="hidden" name="thon" value={place.villageId} />
      <input type="hidden" name="cach" value={place.means} />
      {place.waiting ? <input type="hidden" name="con" value="1" /> : null}
      <TextField
        name="tim"
        label={t('office.collect.search')}
        hint={t('office.collect.searchHint')}
        value={place.search}
        inputMode="search"
        width="medium"
        maxLength={80}
      />
      <SubmitButton kind="secondary">{t('office.collect.find')}</SubmitButton>
    </form>
  )
}

/** "Hộ số 12", or that there is no number. */
export const useDoorNumber = () => {
  const t = useT()
  return (number: string | null): string =>
    number === null ? t('office.collect.noNumber') : t('office.collect.number', { number })
}

const DoorState = ({ door: { channel, outcome } }: { readonly door: Door }) => {
  const t = useT()
  if (channel !== null)
    return (
      <Badge tone="good" icon="yes">
        {t('office.collect.answered', { means: t(`term.channel.${channel}`) })}
      </Badge>
    )
  return <Badge icon="clock">{outcome ? t(`term.outcome.${outcome}`) : t('office.collect.waiting')}</Badge>
}

const DoorRow = ({ door, place }: { readonly door: Door; readonly place: Place }) => {
  const t = useT()
  const number = useDoorNumber()(door.number)
  const name = door.name ?? t('office.collect.unnamed')
  const query = new URLSearchParams({ cach: place.means, ...(place.waiting ? { con: '1' } : {}) })
  return (
    <li className="row door" id={`ho-${door.slotId}`}>
      <div className="row-main">
        <span className="row-name">{name}</span> <span className="soft">{number}</span>
      </div>
      <DoorState door={door} />
      {door.channel === null ? (
        <div className="door-deeds">
          <a
            className="btn"
            href={`/dot/${place.campaignId}/thu/${door.slotId}?${query}`}
            aria-label={t('office.collect.enterFor', { name })}
          >
            {t('office.collect.enter')}
          </a>
          <OutcomeForm door={door} place={place} name={name} />
        </div>
      ) : null}
    </li>
  )
}

const Found = ({ total, place }: { readonly total: number; readonly place: Place }) => {
  const t = useT()
  const { search, waiting } = place
  if (!search)
    return (
      <h2>
        {t(waiting ? 'office.collect.waitingHouseholds' : 'office.collect.households', { count: total })}
      </h2>
    )
  return (
    <p role="status">
      {total === 0
        ? t('office.collect.nothing', { text: search })
        : t('office.collect.found', { count: total, text: search })}{' '}
      <a className="tap" href={doorsHref(place, { search: '', page: 1 })}>
        {t('office.collect.all')}
      </a>
    </p>
  )
}

type DoorsProps = {
  readonly doors: {
    readonly rows: readonly Door[]
    readonly total: number
    readonly page: number
    readonly pages: number
  }
  readonly place: Place
}

/** Households of a village, each a big row: who, and whether and by which means they have answered; never how. */
export const Doors = ({ doors, place }: DoorsProps) => {
  const t = useT()
  const { search, waiting } = place
  return (
    <>
      <Found total={doors.total} place={place} />
      {waiting && !search && doors.total === 0 ? <p>{t('office.collect.noneWaiting')}</p> : null}
      <p>
        <a className="tap" href={doorsHref(place, { waiting: !waiting, page: 1 })}>
          {t(waiting ? 'office.collect.showAll' : 'office.collect.showWaiting')}
        </a>
      </p>
      <ul className="rows">
        {doors.rows.map(door => (
          <DoorRow key={door.slotId} door={door} place={place} />
        ))}
      </ul>
      {doors.total > 0 ? <Pager {...doors} hrefOf={page => doorsHref(place, { page })} /> : null}
    </>
  )
}

/** Where to go after a ballot: straight on to the next household. */
export const NextDoor = ({ door, place }: { readonly door: Door | undefined; readonly place: Place }) => {
  const t = useT()
  const number = useDoorNumber()
  if (!door) return null
  const query = new URLSearchParams({ cach: place.means, ...(place.waiting ? { con: '1' } : {}) })
  const name = door.name ?? t('office.collect.unnamed')
  return (
    <p className="actions">
      <LinkButton href={`/dot/${place.campaignId}/thu/${door.slotId}?${query}`} kind="primary">
        {t('office.collect.next', { name, number: number(door.number) })}
      </LinkButton>
    </p>
  )
}
