import type { Campaign } from '#app/campaign/campaign.ts'
import { formatDate } from '#app/i18n/format.ts'
import { StateBadge } from './badge.tsx'
import { useSite, useT } from './site.tsx'

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
