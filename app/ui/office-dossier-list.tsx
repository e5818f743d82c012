import { type DossierState, dossierTitles } from '#app/dossier/title-dossier.ts'
import { formatInteger } from '#app/i18n/format.ts'
import type { Title } from '#app/programme/titles.ts'
import { Badge, type BadgeTone } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import type { IconName } from './icon.tsx'
import { useSite, useT } from './site.tsx'
import { TextField } from './text-field.tsx'

export type ListedDossier = {
  readonly id: string
  readonly communeName: string
  readonly title: Title
  readonly year: number
  readonly submittedOn: string | null
  readonly papers: number
  readonly owed: number
  readonly late: number
}

const look: { readonly [state in DossierState]: { readonly tone: BadgeTone; readonly icon: IconName } } = {
  preparing: { tone: 'open', icon: 'open' },
  complete: { tone: 'active', icon: 'yes' },
  submitted: { tone: 'good', icon: 'lock' },
}

/** Where a dossier stands. */
export const DossierBadge = ({ state }: { readonly state: DossierState }) => {
  const t = useT()
  return <Badge {...look[state]}>{t(`office.dossier.state.${state}`)}</Badge>
}

const stateOf = ({ submittedOn, owed }: ListedDossier): DossierState => {
  if (submittedOn !== null) return 'submitted'
  return owed === 0 ? 'complete' : 'preparing'
}

const Row = ({ dossier }: { readonly dossier: ListedDossier }) => {
  const t = useT()
  const { language } = useSite()
  const { id, communeName, title, year, papers, owed, late } = dossier
  const state = stateOf(dossier)
  const write = (count: number) => formatInteger(count, language)
  const missing =
    state === 'preparing' ? [t('office.dossier.owed', { owed: write(owed), papers: write(papers) })] : []
  const overdue =
    state === 'preparing' && late > 0 ? [t('office.dossier.lateCount', { late: write(late) })] : []
  return (
    <li className="row">
      <div className="row-main">
        <a className="row-name" href={`/ho-so/${id}`}>
          {communeName}
        </a>
        <p className="soft">
          {[
            t('office.dossier.name', { title: t(`term.title.${title}`), year: String(year) }),
            ...missing,
            ...overdue,
          ].join(' · ')}
        </p>
      </div>
      <DossierBadge state={state} />
    </li>
  )
}

/** Dossiers, the latest year first. */
export const DossierList = ({ dossiers }: { readonly dossiers: readonly ListedDossier[] }) => (
  <ul className="rows">
    {dossiers.map(dossier => (
      <Row key={dossier.id} dossier={dossier} />
    ))}
  </ul>
)

type Typed = {
  readonly search: string
  readonly state: string
  readonly title: string
  readonly year: string
}

const useTitles = () => {
  const t = useT()
  return dossierTitles.map(title => ({ value: title, label: t(`term.title.${title}`) }))
}

type SearchProps = {
  readonly typed: Typed
  readonly states: readonly { readonly word: string; readonly state: DossierState }[]
  readonly asked: boolean
}

/** Narrows the list of dossiers; a plain form whose address can be kept. */
export const DossierSearch = ({ typed, states, asked }: SearchProps) => {
  const t = useT()
  const everyState = { value: 'tat-ca', label: t('office.dossier.filter.everyState') }
  const everyTitle = { value: 'tat-ca', label: t('office.dossier.filter.everyTitle') }
  const options = states.map(({ word, state }) => ({
    value: word,
    label: t(`office.dossier.state.${state}`),
  }))
  return (
    <form method="get" action="/ho-so" className="search">
      <TextField
        name="tim"
        label={t('office.dossier.filter.search')}
        value={typed.search}
        maxLength={80}
        inputMode="search"
      />
      <SelectField
        name="trang-thai"
        label={t('office.dossier.filter.state')}
        value={typed.state}
        options={[everyState, ...options]}
      />
      <SelectField
        name="danh-hieu"
        label={t('office.dossier.filter.titleName')}
        value={typed.title}
        options={[everyTitle, ...useTitles()]}
      />
      <TextField
        name="nam"
        label={t('office.dossier.filter.year')}
        value={typed.year}
        maxLength={4}
        inputMode="numeric"
        width="short"
      />
      <SubmitButton kind="secondary">{t('office.dossier.filter.find')}</SubmitButton>
      {asked ? <LinkButton href="/ho-so">{t('office.dossier.filter.all')}</LinkButton> : null}
    </form>
  )
}

/** The address of a page of the same search. */
export const dossierAddress =
  ({ search, state, title, year }: Typed) =>
  (page: number): string =>
    `/ho-so?${new URLSearchParams({ tim: search, 'trang-thai': state, 'danh-hieu': title, nam: year })}&trang=${page}`

type FormProps = {
  readonly communes: readonly { readonly id: string; readonly name: string }[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: readonly FormError[]
}

/** The form that opens a dossier. */
export const DossierForm = ({ communes, typed, errors }: FormProps) => {
  const t = useT()
  return (
    <form method="post">
      <SelectField
        name="communeId"
        label={t('office.dossier.form.commune')}
        value={typed.communeId}
        error={errorOf(errors, 'communeId')}
        options={communes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="title"
        label={t('office.dossier.form.titleName')}
        value={typed.title}
        error={errorOf(errors, 'title')}
        options={useTitles()}
      />
      <TextField
        name="year"
        label={t('office.dossier.form.year')}
        value={typed.year}
        error={errorOf(errors, 'year')}
        inputMode="numeric"
        width="short"
        maxLength={4}
      />
      <p className="hint">{t('office.dossier.form.note')}</p>
      <p className="actions">
        <SubmitButton>{t('office.dossier.form.save')}</SubmitButton>
      </p>
    </form>
  )
}
