import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findMinutes } from '#app/services/papers-minutes.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { MinutesTable } from '#app/ui/office-minutes.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.minutes.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  if (!mayEver(context.person, 'paper.download')) return problem('forbidden')
  const { campaign, villages } = orProblem(await findMinutes(context, args.params.id ?? ''))
  return { viewer: viewerOf(context.person), campaign, villages }
}

export default function Minutes() {
  const t = useT()
  const { viewer, campaign, villages } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/bien-ban">
      <h1>{t('office.minutes.title')}</h1>
      <p className="lead">{t('office.minutes.lead')}</p>
      <p className="actions">
        <LinkButton href={`/dot/${campaign.id}/bien-ban.zip`} kind="primary" download>
          {t('office.minutes.all')}
        </LinkButton>
      </p>
      <MinutesTable campaignId={campaign.id} villages={villages} />
    </CampaignPage>
  )
}
