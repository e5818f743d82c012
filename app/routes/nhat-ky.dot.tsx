import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readAuditQuestion } from '#app/http/audit-log.server.ts'
import { readCampaignQuestion, stateWords } from '#app/http/campaign-list.server.ts'
import { problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findCampaigns } from '#app/services/campaigns.server.ts'
import { CampaignList, CampaignSearch, listAddress } from '#app/ui/campaign-list.tsx'
import { auditAddress } from '#app/ui/office-audit.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('audit.chooseTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  if (!mayEver(context.person, 'audit.read')) problem('forbidden')
  const { question, typed } = readCampaignQuestion(args.request)
  return {
    viewer: viewerOf(context.person),
    filter: { ...readAuditQuestion(args.request).typed, campaignId: '' },
    typed,
    states: Object.entries(stateWords).map(([word, state]) => ({ word, state })),
    campaigns: await findCampaigns(context, question),
  }
}

export default function ChooseCampaign() {
  const t = useT()
  const { viewer, filter, typed, states, campaigns } = useLoaderData<typeof loader>()
  const address = auditAddress(filter, { path: '/nhat-ky/dot' })
  const kept = Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? ''))
  return (
    <OfficePage
      viewer={viewer}
      section="audit"
      breadcrumb={[{ href: auditAddress(filter), label: t('office.section.audit') }]}
    >
      <h1>{t('audit.chooseTitle')}</h1>
      <CampaignSearch typed={typed} states={states} action="/nhat-ky/dot" kept={kept} />
      {campaigns.total > 0 ? (
        <>
          <CampaignList
            campaigns={campaigns.rows}
            hrefOf={({ id }) => auditAddress({ ...filter, campaignId: id })}
          />
          <Pager {...campaigns} hrefOf={listAddress(typed, address + (address.includes('?') ? '&' : '?'))} />
        </>
      ) : (
        <p>{t('office.list.none')}</p>
      )}
    </OfficePage>
  )
}
