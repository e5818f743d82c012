import type { Campaign, State } from '#app/campaign/campaign.ts'
import { formatDate } from '#app/i18n/format.ts'
import { StateBadge } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { useSite, useT } from './site.tsx'
import { TextField } from './text-field.tsx'

export type ListedCampaign = Pick<
  Campaign,
  'id' | 'name' | 'title' | 'communeName' | 'startsOn' | 'endsOn' | 'state'
>

type CampaignListProps = {
  readonly campaigns: readonly ListedCampaign[]
  /** Where a campaign's name leads; null where the reader may not look inside. */
  readonly hrefOf: (campaign: ListedCampaign) => string | null
}

const Item = ({ campaign, href }: { readonly campaign: ListedCampaign; readonly href: string | null }) => {
  const t = useT()
  const { language } = useSite()
  const days = t('office.list.days', {
    from: formatDate(campaign.startsOn, language),
    to: formatDate(campaign.endsOn, language),
  })
  return (
    <li className="row">
      <div className="row-main">
        {href === null ? (
          <b className="row-name">{campaign.name}</b>
        ) : (
          <a className="row-name" href={href}>
            {campaign.name}
          </a>
        )}
        <p className="soft">{[campaign.communeName, t(`term.title.${campaign.title}`), days].join(' · ')}</p>
      </div>
      <StateBadge state={campaign.state} />
    </li>
  )
}

/** Rounds, newest first, each a big row. */
export const CampaignList = ({ campaigns, hrefOf }: CampaignListProps) => (
  <ul className="rows">
    {campaigns.map(campaign => (
      <Item key={campaign.id} campaign={campaign} href={hrefOf(campaign)} />
    ))}
  </ul>
)

type Typed = { readonly search: string; readonly state: string }

type SearchProps = {
  readonly typed: Typed
  /** States with their word in the address. */
  readonly states: readonly { readonly word: string; readonly state: State }[]
  /** Where the search is asked, and what its address keeps besides. */
  readonly action?: string
  readonly kept?: Readonly<Record<string, string>>
}

/** Looks for rounds by name or commune, and by state; a plain form whose address can be kept. */
export const CampaignSearch = ({ typed, states, action = '/dot', kept = {} }: SearchProps) => {
  const t = useT()
  const options = states.map(({ word, state }) => ({ value: word, label: t(`state.${state}`) }))
  return (
    <form method="get" action={action} className="search">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="tim"
        label={t('office.list.search')}
        value={typed.search}
        maxLength={80}
        inputMode="search"
      />
      <SelectField
        name="trang-thai"
        label={t('office.list.state')}
        value={typed.state}
        options={[{ value: 'tat-ca', label: t('office.list.everyState') }, ...options]}
      />
      <SubmitButton kind="secondary">{t('office.list.find')}</SubmitButton>
      {typed.search || typed.state !== 'tat-ca' ? (
        <LinkButton href={`${action}${Object.keys(kept).length > 0 ? '?' : ''}${new URLSearchParams(kept)}`}>
          {t('office.list.all')}
        </LinkButton>
      ) : null}
    </form>
  )
}

/** The address of a page of the same search; `path` up to where its own part of the query begins. */
export const listAddress =
  ({ search, state }: Typed, path = '/dot?') =>
  (page: number): string =>
    `${path}${new URLSearchParams({ tim: search, 'trang-thai': state })}&trang=${page}`
