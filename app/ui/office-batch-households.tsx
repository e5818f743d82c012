import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

export type ShownHousehold = {
  readonly slotId: string
  readonly number: string | null
  readonly name: string | null
  readonly ticked: boolean
  readonly answered: boolean
}

export type TickAsked = { readonly search: string; readonly only: string }

type SearchProps = { readonly address: string; readonly asked: TickAsked }

/** Finds households of the village by name or number, ticked or not. */
export const TickSearch = ({ address, asked }: SearchProps) => {
  const t = useT()
  return (
    <form method="get" action={address} className="search screen-only">
      <TextField
        name="tim"
        label={t('office.batch.tick.search')}
        hint={t('office.batch.tick.searchHint')}
        value={asked.search}
        maxLength={80}
        inputMode="search"
      />
      <SelectField
        name="xem"
        label={t('office.batch.tick.only')}
        value={asked.only}
        options={[
          { value: 'tat-ca', label: t('office.batch.tick.onlyAll') },
          { value: 'chua', label: t('office.batch.tick.onlyFree') },
          { value: 'da', label: t('office.batch.tick.onlyTicked') },
        ]}
      />
      <SubmitButton kind="secondary">{t('office.batch.tick.find')}</SubmitButton>
      {asked.search || asked.only !== 'tat-ca' ? (
        <LinkButton href={address}>{t('office.batch.tick.all')}</LinkButton>
      ) : null}
    </form>
  )
}

/** The address of a page of the same search. */
export const tickHref =
  (address: string, { search, only }: TickAsked) =>
  (page: number): string =>
    `${address}?${new URLSearchParams({ tim: search, xem: only, trang: String(page) })}`

const Tick = ({ household }: { readonly household: ShownHousehold }) => {
  const t = useT()
  const { slotId, number, answered, ticked } = household
  const name = household.name ?? t('office.batch.tick.unnamed')
  return (
    <li>
      <input type="hidden" name={`co.${slotId}`} value="1" />
      <label className="pick">
        <input type="checkbox" name={`ho.${slotId}`} value="1" defaultChecked={ticked} />
        <span>
          {number === null
            ? t('office.batch.tick.unnumbered', { name })
            : t('office.batch.tick.household', { number, name })}
          {answered ? <span className="hint">{t('office.batch.tick.taken')}</span> : null}
        </span>
      </label>
    </li>
  )
}

/** A page of households to tick; it says which ones it shows, so that only those change. */
export const TickForm = ({ households }: { readonly households: readonly ShownHousehold[] }) => {
  const t = useT()
  if (households.length === 0) return <p>{t('office.batch.tick.none')}</p>
  return (
    <form method="post">
      <fieldset>
        <legend>{t('office.batch.tick.legend')}</legend>
        <ul className="ticks">
          {households.map(household => (
            <Tick key={household.slotId} household={household} />
          ))}
        </ul>
      </fieldset>
      <SubmitButton>{t('office.batch.tick.save')}</SubmitButton>
    </form>
  )
}
