import { formatDate, formatInteger } from '#app/i18n/format.ts'
import { Badge } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { Checkbox } from './choice-field.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { useSite, useT } from './site.tsx'
import { TextField } from './text-field.tsx'

type Typed = { readonly search: string; readonly withEnded: boolean }

/** The address of a page of the same search. */
export const areasAddress =
  ({ search, withEnded }: Typed) =>
  (page: number): string =>
    `/quan-tri/dia-ban?${new URLSearchParams({ tim: search, ...(withEnded ? { cu: '1' } : {}) })}&trang=${page}`

/** Looks for communes by name or code, ended ones too when asked. */
export const AreaSearch = ({ typed }: { readonly typed: Typed }) => {
  const t = useT()
  return (
    <form method="get" action="/quan-tri/dia-ban" className="search">
      <TextField
        name="tim"
        label={t('office.areas.search')}
        hint={t('office.areas.searchHint')}
        value={typed.search}
        maxLength={80}
        inputMode="search"
      />
      <Checkbox name="cu" value="1" label={t('office.areas.withEnded')} checked={typed.withEnded} />
      <SubmitButton kind="secondary">{t('office.admin.find')}</SubmitButton>
      {typed.search || typed.withEnded ? (
        <LinkButton href="/quan-tri/dia-ban">{t('office.admin.all')}</LinkButton>
      ) : null}
    </form>
  )
}

type Entry = {
  readonly id: string
  readonly name: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly ended: boolean
  readonly parts: number
  readonly successors: readonly string[]
}

type NameProps = { readonly entry: Entry; readonly kind: 'commune' | 'village' }

const Name = ({ entry, kind }: NameProps) => {
  const t = useT()
  const { id, name, ended } = entry
  return (
    <span className={ended ? 'ended' : undefined}>
      {kind === 'commune' ? (
        <a className="tap" href={`/quan-tri/xa/${encodeURIComponent(id)}`}>
          {name}
        </a>
      ) : (
        name
      )}{' '}
      {ended ? <Badge icon="clock">{t('office.areas.ended')}</Badge> : null}
    </span>
  )
}

/** From when to when, and what took its place; a dash where nothing is known. */
const Days = ({ entry }: { readonly entry: Entry }) => {
  const t = useT()
  const { language } = useSite()
  const { validFrom, validTo, successors, ended } = entry
  if (!validFrom && !validTo) return <>–</>
  return (
    <span className={ended ? 'ended' : undefined}>
      {validFrom ? t('office.areas.from', { day: formatDate(validFrom, language) }) : null}{' '}
      {validTo ? t('office.areas.to', { day: formatDate(validTo, language) }) : null}
      {successors.length > 0 ? (
        <span className="remark">{t('office.areas.replacedBy', { areas: successors.join('; ') })}</span>
      ) : null}
    </span>
  )
}

const Deeds = ({ entry }: { readonly entry: Entry }) => {
  const t = useT()
  if (entry.validTo !== null) return <>–</>
  const address = `/quan-tri/dia-ban/${encodeURIComponent(entry.id)}`
  return (
    <span className="tasks">
      <a href={`${address}/doi-ten`}>
        {t('office.areas.rename')}
        <span className="visually-hidden"> {entry.name}</span>
      </a>
      <a href={`${address}/ket-thuc`}>
        {t('office.areas.end')}
        <span className="visually-hidden"> {entry.name}</span>
      </a>
    </span>
  )
}

type AreaTableProps = {
  readonly kind: 'commune' | 'village'
  readonly caption: string
  readonly areas: readonly Entry[]
}

/** Communes or villages with their days; ended ones grey, with what took their place. */
export const AreaTable = ({ kind, caption, areas }: AreaTableProps) => {
  const t = useT()
  const { language } = useSite()
  if (areas.length === 0) return <p>{t('office.areas.none')}</p>
  const ofCommunes: readonly Column<Entry>[] = [
    { header: t('office.admin.communeCode'), cell: entry => entry.id },
    {
      header: t('office.areas.villages'),
      cell: entry => formatInteger(entry.parts, language),
      numeric: true,
    },
  ]
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { header: t('office.areas.name'), cell: entry => <Name entry={entry} kind={kind} /> },
        ...(kind === 'commune' ? ofCommunes : []),
        { header: t('office.areas.days'), cell: entry => <Days entry={entry} /> },
        { header: t('office.areas.deeds'), cell: entry => <Deeds entry={entry} /> },
      ]}
      rows={areas}
      rowKey={entry => entry.id}
    />
  )
}
