import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findDoubles, lookAtDouble } from '#app/services/doubles.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Doubles } from '#app/ui/office-doors-double.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.doubles.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, doubles } = orProblem(await findDoubles(context, args.params.id ?? ''))
  const { id, name, state } = campaign
  const noted = new URL(args.request.url).searchParams.get('xong') === 'da-xem'
  return { viewer: viewerOf(context.person), campaign: { id, name, state }, doubles, noted }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const campaignId = args.params.id ?? ''
  const slotId = (await readFields(args.request)).get('slot') ?? ''
  orProblem(await lookAtDouble(context, { campaignId, slotId }))
  return redirect(`/dot/${campaignId}/thu/trung?xong=da-xem`, 303)
}

export default function MetTwice() {
  const t = useT()
  const { viewer, campaign, doubles, noted } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/thu">
      {noted ? (
        <Notice kind="success">
          <p>{t('office.doubles.noted')}</p>
        </Notice>
      ) : null}
      <Doubles doubles={doubles} />
      <p className="actions">
        <LinkButton href={`/dot/${campaign.id}/thu`}>{t('office.collect.title')}</LinkButton>
      </p>
    </CampaignPage>
  )
}
