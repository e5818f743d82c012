import type { Campaign } from '#app/campaign/campaign.ts'
import { formatDate } from '#app/i18n/format.ts'
import { type Title, titles } from '#app/programme/titles.ts'
import type { Rate } from '#app/tally/rate.ts'
import { VerdictBadge, type VerdictWord } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { DataTable } from './data-table.tsx'
import { RateText } from './rate-text.tsx'
import { useSite, useT } from './site.tsx'
import { TextField } from './text-field.tsx'

/** A closed round; `closedOn` is a day, `yyyy-mm-dd`. */
export type ClosedRound = Pick<Campaign, 'id' | 'title' | 'communeName' | 'startsOn' | 'endsOn'> & {
  readonly closedOn: string
}

/** A closed round with what is told of it. */
export type ListedRound = {
  readonly id: string
  readonly title: Title
  readonly communeName: string
  readonly closedOn: string
  readonly jointId: string | null
  readonly verdict: VerdictWord | null
  readonly coverage: Rate
  readonly overall: Rate | null
}

export type ListTyped = {
  readonly search: string
  readonly title: string
  readonly year: string
  readonly verdict: string
}

const all = 'tat-ca'

type SearchProps = {
  readonly typed: ListTyped
  readonly years: readonly number[]
  readonly verdicts: readonly { readonly word: string; readonly verdict: VerdictWord }[]
}

/** Looks for rounds by commune, title, year and verdict; a plain form whose address can be passed on. */
export const RoundSearch = ({ typed, years, verdicts }: SearchProps) => {
  const t = useT()
  const every = { value: all, label: t('province.every') }
  return (
    <form method="get" action="/ket-qua" className="search screen-only">
      <TextField
        name="tim"
        label={t('province.search')}
        value={typed.search}
        maxLength={80}
        inputMode="search"
      />
      <details className="more" open={isNarrowed(typed)}>
        <summary>{t('province.more')}</summary>
        <SelectField
          name="danh-hieu"
          label={t('province.title')}
          value={typed.title}
          options={[every, ...titles.map(title => ({ value: title, label: t(`term.title.${title}`) }))]}
        />
        <SelectField
          name="nam"
          label={t('province.year')}
          value={typed.year}
          options={[every, ...years.map(year => ({ value: String(year), label: String(year) }))]}
        />
        <SelectField
          name="ket-luan"
          label={t('province.verdict')}
          value={typed.verdict}
          options={[
            every,
            ...verdicts.map(({ word, verdict }) => ({ value: word, label: t(`verdict.${verdict}`) })),
          ]}
        />
      </details>
      <SubmitButton kind="secondary">{t('province.find')}</SubmitButton>
      {isAsked(typed) ? <LinkButton href="/ket-qua">{t('province.all')}</LinkButton> : null}
    </form>
  )
}

/** Whether a title, a year or a verdict is chosen. */
const isNarrowed = ({ title, year, verdict }: ListTyped): boolean =>
  title !== all || year !== all || verdict !== all

/** Whether anything narrower than everything is asked for. */
export const isAsked = (typed: ListTyped): boolean => typed.search !== '' || isNarrowed(typed)

/** The address of a page of the same search. */
export const roundsAddress =
  ({ search, title, year, verdict }: ListTyped) =>
  (page: number): string =>
    `/ket-qua?${new URLSearchParams({ tim: search, 'danh-hieu': title, nam: year, 'ket-luan': verdict })}&trang=${page}`

const VerdictCell = ({ round }: { readonly round: ListedRound }) => {
  const t = useT()
  if (round.verdict) return <VerdictBadge verdict={round.verdict} />
  return <span className="soft">{t(round.jointId ? 'province.part' : 'province.untold')}</span>
}

/** A round by its commune and title, the way to its results. */
const RoundName = ({ round }: { readonly round: ListedRound }) => {
  const t = useT()
  return (
    <>
      <a href={`/ket-qua/${round.id}`}>{round.communeName}</a>
      <br />
      <span className="soft">{t(`term.title.${round.title}`)}</span>
    </>
  )
}

/** Closed rounds, one a line, the last closed first. */
export const RoundTable = ({ rounds }: { readonly rounds: readonly ListedRound[] }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <DataTable
      caption={t('province.tableCaption')}
      captionHidden
      columns={[
        { header: t('province.commune'), cell: one => <RoundName round={one} /> },
        { header: t('province.verdict'), cell: one => <VerdictCell round={one} /> },
        {
          header: t('results.overall'),
          cell: one => (one.overall === null ? '–' : <RateText rate={one.overall} />),
          numeric: true,
        },
        {
          header: t('results.coverage'),
          cell: one => <RateText rate={one.coverage} />,
          numeric: true,
        },
        { header: t('province.closed'), cell: one => formatDate(one.closedOn, language) },
      ]}
      rows={rounds}
      rowKey={one => one.id}
    />
  )
}
