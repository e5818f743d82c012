import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readCampaignQuestion, stateWords } from '#app/http/campaign-list.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findCampaigns } from '#app/services/campaigns.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { CampaignList, CampaignSearch, type ListedCampaign, listAddress } from '#app/ui/campaign-list.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.list.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { person } = context
  if (!mayEver(person, 'campaign.list')) throw redirect('/quan-tri', 303)
  const { question, typed } = readCampaignQuestion(args.request)
  return {
    viewer: viewerOf(person),
    mayCreate: mayEver(person, 'campaign.create'),
    mayWatch: mayEver(person, 'campaign.watch'),
    mayJoin: mayEver(person, 'joint.manage'),
    mayExport: mayEver(person, 'ballots.export'),
    typed,
    states: Object.entries(stateWords).map(([word, state]) => ({ word, state })),
    campaigns: await findCampaigns(context, question),
  }
}

export default function Campaigns() {
  const t = useT()
  const { viewer, mayCreate, mayWatch, mayJoin, mayExport, typed, states, campaigns } =
    useLoaderData<typeof loader>()
  // Who may not watch a round in progress still reads its results.
  const hrefOf = ({ id, state }: ListedCampaign): string | null => {
    if (mayWatch) return `/dot/${id}`
    return isCounted(state) ? `/dot/${id}/ket-qua` : null
  }
  const asked = typed.search !== '' || typed.state !== 'tat-ca'
  const some = campaigns.total > 0
  return (
    <OfficePage viewer={viewer} section="campaigns">
      <h1>{t('office.list.title')}</h1>
      {some || asked ? null : (
        <p className="lead">
          {t('office.list.empty')} {mayCreate ? t('office.list.emptyCreate') : ''}
        </p>
      )}
      {mayCreate ? (
        <p className="actions">
          <LinkButton href="/dot/moi" kind="primary">
            {t('office.list.create')}
          </LinkButton>
        </p>
      ) : null}
      {mayJoin ? (
        <p className="actions">
          <LinkButton href="/dot-nhieu-xa">{t('office.joint.link')}</LinkButton>
        </p>
      ) : null}
      {mayExport && some ? (
        <p className="actions">
          <LinkButton href="/xuat">{t('office.export.link')}</LinkButton>
        </p>
      ) : null}
      {some || asked ? <CampaignSearch typed={typed} states={states} /> : null}
      {some ? (
        <>
          <CampaignList campaigns={campaigns.rows} hrefOf={hrefOf} />
          <Pager {...campaigns} hrefOf={listAddress(typed)} />
        </>
      ) : null}
      {!some && asked ? <p>{t('office.list.none')}</p> : null}
    </OfficePage>
  )
}
