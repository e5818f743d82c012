import { formatDate } from '#app/i18n/format.ts'
import { Badge } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { Checkbox } from './choice-field.tsx'
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

/** From when to when, and what took its place. */
const Days = ({ entry }: { readonly entry: Entry }) => {
  const t = useT()
  const { language } = useSite()
  const { validFrom, validTo, successors } = entry
  if (!validFrom && !validTo) return null
  return (
    <p className="soft">
      {validFrom ? t('office.areas.from', { day: formatDate(validFrom, language) }) : null}{' '}
      {validTo ? t('office.areas.to', { day: formatDate(validTo, language) }) : null}
      {successors.length > 0 ? (
        <span className="remark">{t('office.areas.replacedBy', { areas: successors.join('; ') })}</span>
      ) : null}
    </p>
  )
}

const Deeds = ({ entry }: { readonly entry: Entry }) => {
  const t = useT()
  if (entry.validTo !== null) return null
  const address = `/quan-tri/dia-ban/${encodeURIComponent(entry.id)}`
  return (
    <span className="tasks">
      <a href={`${address}/doi-ten`} aria-label={t('office.areas.renameOf', { name: entry.name })}>
        {t('office.areas.rename')}
      </a>
      <a href={`${address}/ket-thuc`} aria-label={t('office.areas.endOf', { name: entry.name })}>
        {t('office.areas.end')}
      </a>
    </span>
  )
}

const Commune = ({ entry }: { readonly entry: Entry }) => {
  const t = useT()
  return (
    <>
      <a className="row-name" href={`/quan-tri/xa/${encodeURIComponent(entry.id)}`}>
        {entry.name}
      </a>{' '}
      {entry.ended ? <Badge icon="clock">{t('office.areas.ended')}</Badge> : null}
      <p>{t('office.areas.codeAndVillages', { code: entry.id, count: entry.parts })}</p>
    </>
  )
}

const Village = ({ entry }: { readonly entry: Entry }) => {
  const t = useT()
  return (
    <p>
      <b>{entry.name}</b> {entry.ended ? <Badge icon="clock">{t('office.areas.ended')}</Badge> : null}
    </p>
  )
}

type AreaListProps = { readonly kind: 'commune' | 'village'; readonly areas: readonly Entry[] }

/** Communes or villages with their days; ended ones grey, with what took their place. */
export const AreaList = ({ kind, areas }: AreaListProps) => {
  const t = useT()
  if (areas.length === 0) return <p>{t('office.areas.none')}</p>
  return (
    <ul className="rows">
      {areas.map(entry => (
        <li key={entry.id} className={entry.ended ? 'row ended' : 'row'}>
          <div className="row-main">
            {kind === 'commune' ? <Commune entry={entry} /> : <Village entry={entry} />}
            <Days entry={entry} />
          </div>
          <Deeds entry={entry} />
        </li>
      ))}
    </ul>
  )
}
