import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPage } from '#app/basics/paging.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findBatches } from '#app/services/batches.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { BatchTable } from '#app/ui/office-batch.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.batch.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const query = new URL(args.request.url).searchParams
  const asked = { campaignId: args.params.id ?? '', page: readPage(query.get('trang')) }
  const { campaign, batches } = orProblem(await findBatches(context, asked))
  return {
    viewer: viewerOf(context.person),
    campaign: { id: campaign.id, name: campaign.name, state: campaign.state },
    batches,
    voided: query.get('xong') === 'huy',
  }
}

export default function Batches() {
  const t = useT()
  const { viewer, campaign, batches, voided } = useLoaderData<typeof loader>()
  const address = `/dot/${campaign.id}/lo-phieu`
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/lo-phieu">
      {voided ? (
        <Notice kind="success">
          <p>{t('office.batch.done.huy')}</p>
        </Notice>
      ) : null}
      <h1>{t('office.batch.title')}</h1>
      <p className="lead">{t('office.batch.lead')}</p>
      {campaign.state === 'collecting' ? (
        <p className="actions">
          <LinkButton href={`${address}/moi`} kind="primary">
            {t('office.batch.new')}
          </LinkButton>
        </p>
      ) : null}
      {batches.total === 0 ? (
        <p>{t('office.batch.none')}</p>
      ) : (
        <>
          <BatchTable campaignId={campaign.id} batches={batches.rows} />
          <Pager {...batches} hrefOf={page => `${address}?trang=${page}`} />
        </>
      )}
    </CampaignPage>
  )
}
