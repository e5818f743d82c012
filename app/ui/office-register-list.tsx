import type { Standing } from '#app/household/standing.ts'
import { Badge, type BadgeTone } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { DataTable } from './data-table.tsx'
import type { IconName } from './icon.tsx'
import { Notice } from './notice.tsx'
import type { ImportedCounts } from './office-register-words.ts'
import { useT } from './site.tsx'
import { TextField } from './text-field.tsx'

export type ListedHousehold = {
  readonly id: string
  readonly number: string | null
  readonly name: string
  readonly villageName: string
  readonly standing: Standing
}

const looks: { readonly [standing in Standing]: { readonly tone: BadgeTone; readonly icon: IconName } } = {
  active: { tone: 'good', icon: 'yes' },
  moved: { tone: 'quiet', icon: 'no' },
  merged: { tone: 'quiet', icon: 'info' },
}

/** Where a household stands, in a word with a mark. */
export const StandingBadge = ({ standing }: { readonly standing: Standing }) => {
  const t = useT()
  return <Badge {...looks[standing]}>{t(`office.register.standing.${standing}`)}</Badge>
}

type Typed = { readonly search: string; readonly village: string; readonly standing: string }

type SearchProps = {
  readonly address: string
  readonly typed: Typed
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
}

/** Looks for households by name or number, village and standing; a plain form whose address can be kept. */
export const RegisterSearch = ({ address, typed, villages }: SearchProps) => {
  const t = useT()
  const all = { value: 'tat-ca', label: t('office.register.list.everyVillage') }
  const standings = [
    { value: 'dang-o', label: t('office.register.standing.active') },
    { value: 'da-chuyen', label: t('office.register.standing.moved') },
    { value: 'da-gop', label: t('office.register.standing.merged') },
    { value: 'tat-ca', label: t('office.register.standing.all') },
  ]
  return (
    <form method="get" action={address} className="search three screen-only">
      <TextField
        name="tim"
        label={t('office.register.list.search')}
        hint={t('office.register.list.searchHint')}
        value={typed.search}
        maxLength={80}
        inputMode="search"
      />
      <SelectField
        name="thon"
        label={t('office.register.list.village')}
        value={typed.village}
        options={[all, ...villages.map(one => ({ value: one.villageId, label: one.name }))]}
      />
      <SelectField
        name="tinh-trang"
        label={t('office.register.list.standing')}
        value={typed.standing}
        options={standings}
      />
      <SubmitButton kind="secondary">{t('office.register.list.find')}</SubmitButton>
      {typed.search || typed.village !== 'tat-ca' || typed.standing !== 'dang-o' ? (
        <LinkButton href={address}>{t('office.register.list.all')}</LinkButton>
      ) : null}
    </form>
  )
}

/** The address of a page of the same search. */
export const pageAddress =
  (address: string, { search, village, standing }: Typed) =>
  (page: number): string => {
    const query = new URLSearchParams({ tim: search, thon: village, 'tinh-trang': standing })
    return `${address}?${query}&trang=${page}`
  }

type TableProps = {
  readonly address: string
  readonly households: readonly ListedHousehold[]
  /** Whether households of every standing are shown, so that each says its own. */
  readonly mixed: boolean
}

/** A page of households; each name leads to what is kept of it. */
export const HouseholdTable = ({ address, households, mixed }: TableProps) => {
  const t = useT()
  return (
    <DataTable
      caption={t('office.register.list.table')}
      captionHidden
      columns={[
        {
          header: t('office.register.list.name'),
          cell: one => <a href={`${address}/${one.id}`}>{one.name}</a>,
        },
        { header: t('office.register.list.number'), cell: one => one.number ?? '–' },
        { header: t('office.register.list.village'), cell: one => one.villageName },
        ...(mixed
          ? [
              {
                header: t('office.register.list.standing'),
                cell: (one: ListedHousehold) => <StandingBadge standing={one.standing} />,
              },
            ]
          : []),
      ]}
      rows={households}
      rowKey={one => one.id}
    />
  )
}

type ActionsProps = {
  readonly address: string
  readonly deeds: readonly string[]
  readonly some: boolean
}

/** What can be done to the register as a whole. */
export const RegisterActions = ({ address, deeds, some }: ActionsProps) => {
  const t = useT()
  return (
    <p className="actions">
      {deeds.includes('register.import') ? (
        <LinkButton href={`${address}/nhap`} kind={some ? 'secondary' : 'primary'}>
          {t('office.register.list.import')}
        </LinkButton>
      ) : null}
      {deeds.includes('register.edit') ? (
        <>
          <LinkButton href={`${address}/them`}>{t('office.register.list.add')}</LinkButton>
          {some ? <LinkButton href={`${address}/trung`}>{t('office.register.list.alike')}</LinkButton> : null}
        </>
      ) : null}
    </p>
  )
}

/** The active households as files that the import reads. */
export const RegisterFiles = ({ address }: { readonly address: string }) => {
  const t = useT()
  return (
    <p className="screen-only">
      {t('office.register.list.files')}{' '}
      <a className="tap" href={`${address}/danh-sach-ho.xlsx`} download>
        Excel (.xlsx)
      </a>{' '}
      <a className="tap" href={`${address}/danh-sach-ho.csv`} download>
        CSV (.csv)
      </a>
    </p>
  )
}

type DoneProps = {
  readonly done: 'them' | 'sua' | 'chuyen-di' | 've-lai' | 'gop' | 'xoa' | 'bo' | 'luu-tru' | null
  readonly imported?: ImportedCounts | null
}

/** What has just been done to the register. */
export const RegisterDone = ({ done, imported = null }: DoneProps) => {
  const t = useT()
  if (!done && !imported) return null
  return (
    <Notice kind="success">
      <p>
        {imported ? t('office.register.imported', imported) : done ? t(`office.register.done.${done}`) : ''}
      </p>
    </Notice>
  )
}

/** Says that campaigns under way do not follow the register. */
export const FrozenCampaigns = ({
  campaigns,
  merging = false,
}: {
  readonly campaigns: readonly { readonly name: string }[]
  readonly merging?: boolean
}) => {
  const t = useT()
  if (campaigns.length === 0) return null
  const names = campaigns.map(one => one.name).join('; ')
  return (
    <Notice>
      <p>{t(merging ? 'office.register.merge.frozen' : 'office.register.list.frozen', { names })}</p>
    </Notice>
  )
}
