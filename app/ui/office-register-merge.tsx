import { LinkButton, SubmitButton } from './button.tsx'
import { RadioGroup } from './choice-field.tsx'
import type { ListedHousehold } from './office-register-list.tsx'
import { useHouseholdLine } from './office-register-words.ts'
import { Panel } from './panel.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type GroupProps = { readonly address: string; readonly group: readonly ListedHousehold[] }

/** Households that may be one: ticked by hand, then looked at once more before they are merged. */
export const LookalikeGroup = ({ address, group }: GroupProps) => {
  const t = useT()
  const lineOf = useHouseholdLine()
  const [first] = group
  if (!first) return null
  return (
    <Panel title={`${first.name} · ${first.villageName}`}>
      <form method="get" action={`${address}/gop`}>
        <fieldset className="field">
          <legend className="visually-hidden">{`${first.name}, ${first.villageName}`}</legend>
          {group.map(one => (
            <label className="pick" key={one.id}>
              <input type="checkbox" name="ho" value={one.id} />
              <span>{lineOf(one)}</span>
            </label>
          ))}
        </fieldset>
        <SubmitButton kind="secondary">{t('office.register.alike.merge')}</SubmitButton>
      </form>
    </Panel>
  )
}

type ChoiceProps = {
  readonly chosen: readonly ListedHousehold[]
  readonly into: string | undefined
  readonly error: string | undefined
  readonly back: string
}

/** Which of the chosen households stays. */
export const MergeForm = ({ chosen, into, error, back }: ChoiceProps) => {
  const t = useT()
  const lineOf = useHouseholdLine()
  return (
    <form method="post">
      <RadioGroup
        name="into"
        label={t('office.register.merge.keep')}
        hint={t('office.register.merge.keepHint')}
        error={error}
        value={into}
        options={chosen.map(one => ({ value: one.id, label: lineOf(one, one.villageName) }))}
      />
      <p className="actions">
        <SubmitButton>{t('office.register.merge.submit')}</SubmitButton>
        <LinkButton href={back}>{t('office.register.form.cancel')}</LinkButton>
      </p>
    </form>
  )
}

type SearchProps = {
  readonly address: string
  readonly chosen: readonly ListedHousehold[]
  readonly found: readonly ListedHousehold[]
  readonly search: string
}

/** Finds another household to merge with those chosen so far. */
export const MergeSearch = ({ address, chosen, found, search }: SearchProps) => {
  const t = useT()
  const queryOf = (ids: readonly string[]) => ids.map(id => `ho=${id}`).join('&')
  const ids = chosen.map(one => one.id)
  return (
    <Panel title={t('office.register.merge.search')}>
      <form method="get" action={address} className="search">
        {ids.map(id => (
          <input key={id} type="hidden" name="ho" value={id} />
        ))}
        <TextField
          name="tim"
          label={t('office.register.list.search')}
          hint={t('office.register.list.searchHint')}
          value={search}
          maxLength={80}
          inputMode="search"
        />
        <SubmitButton kind="secondary">{t('office.register.list.find')}</SubmitButton>
      </form>
      {search && found.length === 0 ? <p>{t('office.register.list.none')}</p> : null}
      <ul className="plain">
        {found.map(one => (
          <li key={one.id}>
            <a className="tap" href={`${address}?${queryOf([...ids, one.id])}`}>
              {t('office.register.merge.add', {
                name: one.number === null ? one.name : `${one.name} (${one.number})`,
                village: one.villageName,
              })}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
