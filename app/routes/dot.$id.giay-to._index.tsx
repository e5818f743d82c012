import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findPapers } from '#app/services/papers-shown.server.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { PapersTable } from '#app/ui/office-papers.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.papers.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  return {
    viewer: viewerOf(context.person),
    ...orProblem(await findPapers(context, args.params.id ?? '')),
  }
}

export default function Papers() {
  const t = useT()
  const { viewer, campaign, papers } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/giay-to">
      <h1>{t('office.papers.title')}</h1>
      <p className="lead">{t('office.papers.lead')}</p>
      <PapersTable campaignId={campaign.id} rows={papers} />
    </CampaignPage>
  )
}
