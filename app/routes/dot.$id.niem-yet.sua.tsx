import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { may } from '#app/account/permission.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { savePosting } from '#app/http/posting.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findPostingDesk } from '#app/services/posting.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { PostingForm, standingForm } from '#app/ui/office-posting-form.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.posting.correct')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findPostingDesk(context, args.params.id ?? '', { page: 1, size: 1 }))
  const { campaign, posting, rule, villages, today } = desk
  if (!may(context.person, 'posting.edit', campaign.communePath)) return problem('forbidden')
  if ((campaign.state !== 'posted' && campaign.state !== 'returned') || !posting)
    return problem('campaign-step-not-now')
  return { viewer: viewerOf(context.person), campaign, posting, rule, villages, today }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  return savePosting(context, { campaignId: args.params.id ?? '', done: 'sua' }, fields)
}

export default function CorrectPosting() {
  const t = useT()
  const { viewer, campaign, posting, rule, villages, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const standing = standingForm(posting, { today, villages, contact: '' })
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/niem-yet">
      <ErrorSummary errors={errors} />
      <h1>{t('office.posting.correct')}</h1>
      <p className="lead">{t('office.posting.correctLead')}</p>
      <PostingForm
        typed={refused?.typed ?? standing}
        {...{ rule, villages, errors }}
        submit={t('office.posting.saveCorrection')}
      />
      <p>
        <a className="tap" href={`/dot/${campaign.id}/niem-yet`}>
          {t('office.posting.back')}
        </a>
      </p>
    </CampaignPage>
  )
}
