import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findHandingOut } from '#app/services/handing-out.server.ts'
import { HandedProgress, HandedTable } from '#app/ui/office-handing-out.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.handing.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, ...handed } = orProblem(await findHandingOut(context, args.params.id ?? ''))
  const { id, name, state } = campaign
  return { viewer: viewerOf(context.person), campaign: { id, name, state }, ...handed }
}

export default function HandingOut() {
  const t = useT()
  const { viewer, campaign, villages, total, sampled } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/phat-phieu">
      <h1>{t('office.handing.title')}</h1>
      <p className="lead">{t('office.handing.lead')}</p>
      <HandedProgress {...total} />
      <HandedTable campaignId={campaign.id} villages={villages} total={total} sampled={sampled} />
    </CampaignPage>
  )
}
