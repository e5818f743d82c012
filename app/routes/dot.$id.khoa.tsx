import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import { findPlan } from '#app/services/plan.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ClosingConcerns, ClosingSteps } from '#app/ui/office-closing.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.closing.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const { campaign, total, today, deeds } = orProblem(await findProgress(context, id))
  if (!deeds.includes('campaign.close')) return problem('forbidden')
  if (campaign.state !== 'collecting') return problem('campaign-step-not-now')
  const { rules } = orProblem(await findPlan(context, id))
  return { viewer: viewerOf(context.person), campaign, total, today, rules }
}

export const action = async (args: ActionFunctionArgs) => {
  const closed = orProblem(await closeCampaign(await signedIn(args), args.params.id ?? ''))
  return redirect(`/dot/${closed}?xong=khoa`, 303)
}

export default function Closing() {
  const t = useT()
  const { viewer, campaign, total, today, rules } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      <h1>{t('office.closing.title')}</h1>
      <p className="lead">{t('office.closing.lead')}</p>
      <ClosingConcerns total={total} rules={rules} today={today} endsOn={campaign.endsOn} />
      <ClosingSteps />
      <form method="post" className="actions">
        <SubmitButton kind="danger">{t('office.closing.submit')}</SubmitButton>
        <LinkButton href={`/dot/${campaign.id}`}>{t('office.closing.back')}</LinkButton>
      </form>
    </CampaignPage>
  )
}
