import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '#app/account/permission.ts'
import { whyNotOver } from '#app/campaign/posting.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { findPostingDesk, submitCampaign } from '#app/services/posting.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.posting.endTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findPostingDesk(context, args.params.id ?? '', { page: 1, size: 1 }))
  const { campaign, posting, standing, opinions, unanswered } = desk
  if (!may(context.person, 'posting.edit', campaign.communePath)) return problem('forbidden')
  if (campaign.state !== 'posted' || !posting || !standing) return problem('campaign-step-not-now')
  const why = whyNotOver(standing, unanswered)
  if (why) return problem(why)
  const span = { from: posting.startsOn, to: standing.lastDay }
  return { viewer: viewerOf(context.person), campaign, span, opinions: opinions.total }
}

export const action = async (args: ActionFunctionArgs) => {
  const submitted = orProblem(await submitCampaign(await signedIn(args), args.params.id ?? ''))
  return redirect(`/dot/${submitted}/niem-yet?xong=ket-thuc`, 303)
}

export default function EndPosting() {
  const t = useT()
  const { language } = useSite()
  const { viewer, campaign, span, opinions } = useLoaderData<typeof loader>()
  const days = { from: formatDate(span.from, language), to: formatDate(span.to, language) }
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/niem-yet">
      <h1>{t('office.posting.endTitle')}</h1>
      <p className="lead">{t('office.posting.endLead')}</p>
      <p>{t('office.posting.endSummary', { ...days, count: opinions })}</p>
      <form method="post" className="actions">
        <SubmitButton>{t('office.posting.endSubmit')}</SubmitButton>
        <LinkButton href={`/dot/${campaign.id}/niem-yet`}>{t('office.posting.back')}</LinkButton>
      </form>
    </CampaignPage>
  )
}
