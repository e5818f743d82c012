import type { Role } from '#app/account/person.ts'
import { Badge } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { Notice } from './notice.tsx'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type SavedThing =
  | 'xa'
  | 'thon'
  | 'tai-khoan'
  | 'khoa'
  | 'mo-lai'
  | 'doi-quyen'
  | 'thu-hoi'
  | 'doi-ten'
  | 'ket-thuc'
  | 'nhap-dia-ban'

export const Saved = ({ what }: { readonly what: SavedThing }) => {
  const t = useT()
  return (
    <Notice kind="success">
      <p>{t(`office.admin.saved.${what}`)}</p>
    </Notice>
  )
}

type Typed = { readonly search: string; readonly standing: string }

/** The address of a page of the same search. */
export const accountsAddress =
  ({ search, standing }: Typed) =>
  (page: number): string =>
    `/quan-tri?${new URLSearchParams({ tim: search, 'tinh-trang': standing })}&trang=${page}`

/** Looks for accounts by name or username, in use or shut; a plain form whose address can be kept. */
export const AccountSearch = ({ typed }: { readonly typed: Typed }) => {
  const t = useT()
  const standings = [
    { value: 'dang-dung', label: t('office.admin.standing.inUse') },
    { value: 'da-khoa', label: t('office.admin.standing.disabled') },
    { value: 'tat-ca', label: t('office.admin.standing.all') },
  ]
  return (
    <form method="get" action="/quan-tri" className="search">
      <TextField
        name="tim"
        label={t('office.admin.search')}
        hint={t('office.admin.searchHint')}
        value={typed.search}
        maxLength={80}
        inputMode="search"
      />
      <SelectField
        name="tinh-trang"
        label={t('office.admin.standing.label')}
        value={typed.standing}
        options={standings}
      />
      <SubmitButton kind="secondary">{t('office.admin.find')}</SubmitButton>
      {typed.search || typed.standing !== 'dang-dung' ? (
        <LinkButton href="/quan-tri">{t('office.admin.all')}</LinkButton>
      ) : null}
    </form>
  )
}

type Account = {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly string[]
  readonly disabled: boolean
}

/** Accounts with their role and areas, each leading to what can be done with it. */
export const AccountList = ({ accounts }: { readonly accounts: readonly Account[] }) => {
  const t = useT()
  if (accounts.length === 0) return <p>{t('office.admin.noAccounts')}</p>
  return (
    <ul className="rows">
      {accounts.map(({ username, name, role, areas, disabled }) => (
        <li key={username} className="row">
          <div className="row-main">
            <a className="row-name" href={`/quan-tri/tai-khoan/${username}`}>
              {name}
            </a>{' '}
            {disabled ? <Badge icon="lock">{t('office.admin.standing.disabled')}</Badge> : null}
            <p>
              {username} · {t(`term.role.${role}`)}
            </p>
            <p className="soft">{areas.join('; ')}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
