import type { Role } from '#app/account/person.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { DataTable } from './data-table.tsx'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'

export const Saved = ({ what }: { readonly what: 'xa' | 'thon' | 'tai-khoan' }) => {
  const t = useT()
  return (
    <Notice kind="success">
      <p>{t(`office.admin.saved.${what}`)}</p>
    </Notice>
  )
}

type Commune = { readonly id: string; readonly name: string; readonly villages: number }

/** Communes, each leading to its villages. */
export const CommuneTable = ({ communes }: { readonly communes: readonly Commune[] }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <DataTable
      caption={t('office.admin.communeTable')}
      captionHidden
      columns={[
        {
          header: t('office.admin.commune'),
          cell: ({ id, name }) => (
            <a className="tap" href={`/quan-tri/xa/${id}`}>
              {name}
            </a>
          ),
        },
        { header: t('office.admin.communeCode'), cell: commune => commune.id },
        {
          header: t('office.admin.villages'),
          cell: commune => formatInteger(commune.villages, language),
          numeric: true,
        },
      ]}
      rows={communes}
      rowKey={commune => commune.id}
    />
  )
}

type Account = {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly string[]
}

/** Accounts with their role and areas. */
export const AccountTable = ({ accounts }: { readonly accounts: readonly Account[] }) => {
  const t = useT()
  return (
    <DataTable
      caption={t('office.admin.accountTable')}
      captionHidden
      columns={[
        { header: t('office.admin.username'), cell: account => account.username },
        { header: t('office.admin.name'), cell: account => account.name },
        { header: t('office.admin.role'), cell: account => t(`term.role.${account.role}`) },
        { header: t('office.admin.areas'), cell: account => account.areas.join(', ') },
      ]}
      rows={accounts}
      rowKey={account => account.username}
    />
  )
}
