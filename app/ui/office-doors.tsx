import type { Channel } from '#app/ballot/ballot.ts'
import { Badge } from './badge.tsx'
import { SubmitButton } from './button.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

export type Door = {
  readonly slotId: string
  readonly number: string | null
  readonly name: string | null
  readonly channel: Channel | null
}

/** Means by which somebody else hands a household's ballot in. */
export type Assisted = Exclude<Channel, 'self'>

/** Where the collector is: one village, by one means, perhaps looking for somebody. */
export type Place = {
  readonly campaignId: string
  readonly villageId: string
  readonly means: Assisted
  readonly search: string
  /** Only households that have not answered. */
  readonly waiting: boolean
}

/** The address of a village's list; what is left out is as it was. */
export const doorsHref = (place: Place, changed: Partial<Place> = {}): string => {
  const { campaignId, villageId, means, search, waiting } = { ...place, ...changed }
  const query = new URLSearchParams({
    thon: villageId,
    cach: means,
    ...(search ? { tim: search } : {}),
    ...(waiting ? { con: '1' } : {}),
  })
  return `/dot/${campaignId}/thu?${query}`
}

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

const useDoorNumber = () => {
  const t = useT()
  return (number: string | null): string =>
    number === null ? t('office.collect.noNumber') : t('office.collect.number', { number })
}

const DoorRow = ({ door, place }: { readonly door: Door; readonly place: Place }) => {
  const t = useT()
  const number = useDoorNumber()(door.number)
  const name = door.name ?? t('office.collect.unnamed')
  if (door.channel !== null)
    return (
      <li className="row">
        <div className="row-main">
          <span className="row-name">{name}</span> <span className="soft">{number}</span>
        </div>
        <Badge tone="good" icon="yes">
          {t('office.collect.answered', { means: t(`term.channel.${door.channel}`) })}
        </Badge>
      </li>
    )
  const query = new URLSearchParams({ cach: place.means })
  return (
    <li className="row">
      <a className="row-main row-link" href={`/dot/${place.campaignId}/thu/${door.slotId}?${query}`}>
        <span className="row-name">{name}</span> <span className="soft">{number}</span>
      </a>
      <Badge icon="clock">{t('office.collect.waiting')}</Badge>
    </li>
  )
}

/** Households of a village, each a big row: who, and whether and by which means they have answered; never how. */
export const Doors = ({ doors, place }: { readonly doors: readonly Door[]; readonly place: Place }) => {
  const t = useT()
  const { search } = place
  return (
    <>
      {search ? (
        <p role="status">
          {doors.length === 0
            ? t('office.collect.nothing')
            : t('office.collect.found', { count: doors.length, text: search })}{' '}
          <a className="tap" href={doorsHref(place, { search: '' })}>
            {t('office.collect.all')}
          </a>
        </p>
      ) : (
        <h2>{t('office.collect.households', { count: doors.length })}</h2>
      )}
      <p>
        <a className="tap" href={doorsHref(place, { waiting: !place.waiting })}>
          {t(place.waiting ? 'office.collect.showAll' : 'office.collect.showWaiting')}
        </a>
      </p>
      <ul className="rows">
        {doors.map(door => (
          <DoorRow key={door.slotId} door={door} place={place} />
        ))}
      </ul>
    </>
  )
}
