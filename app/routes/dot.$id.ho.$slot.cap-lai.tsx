import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findReissuing, reissueCode } from '#app/services/reissuing.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.handing.replace.title')

const placeOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  slotId: params.slot ?? '',
})

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, slot } = orProblem(await findReissuing(context, placeOf(args)))
  const { id, name, state } = campaign
  return { viewer: viewerOf(context.person), campaign: { id, name, state }, slot }
}

export const action = async (args: ActionFunctionArgs) => {
  const place = placeOf(args)
  orProblem(await reissueCode(await signedIn(args), place))
  return redirect(`/dot/${place.campaignId}/ho/${place.slotId}?xong=cap-lai`, 303)
}

export default function ReplaceCode() {
  const t = useT()
  const { viewer, campaign, slot } = useLoaderData<typeof loader>()
  const name = slot.name ?? t('office.handing.list.unnamed')
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/phat-phieu">
      <h1>{t('office.handing.replace.title')}</h1>
      <p className="lead">{t('office.handing.replace.lead', { name, village: slot.villageName })}</p>
      <Notice kind="warning">
        <p>{t('office.handing.replace.what')}</p>
        {slot.channel === null ? null : <p>{t('office.handing.replace.answered')}</p>}
      </Notice>
      <form method="post" className="actions">
        <SubmitButton kind="danger">{t('office.handing.replace.submit')}</SubmitButton>
        <LinkButton href={`/dot/${campaign.id}/ho/${slot.slotId}`}>
          {t('office.handing.replace.back')}
        </LinkButton>
      </form>
    </CampaignPage>
  )
}
