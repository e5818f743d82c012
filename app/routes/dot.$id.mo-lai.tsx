import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findReopening, reopenCampaign, reopeningSchema } from '#app/services/reopening.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { ReopeningForm, ReopeningSteps } from '#app/ui/office-reopening.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.reopening.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, today } = orProblem(await findReopening(context, args.params.id ?? ''))
  return { viewer: viewerOf(context.person), campaign, today }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const fields = await readFields(args.request)
  const read = reopeningSchema.safeParse(fields.texts)
  if (!read.success) return data({ typed: fields.texts, faults: faultsOf(read.error) }, 422)
  const reopened = await reopenCampaign(context, id, read.data)
  if (reopened.ok) return redirect(`/dot/${id}?xong=mo-lai`, 303)
  if (reopened.error !== 'last-day-past') return problem(reopened.error)
  return data({ typed: fields.texts, faults: { endsOn: reopened.error } }, 422)
}

export default function Reopening() {
  const t = useT()
  const { viewer, campaign, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.reopening.title')}</h1>
      <p className="lead">{t('office.reopening.lead')}</p>
      <ReopeningSteps version={campaign.version} />
      <ReopeningForm
        campaignId={campaign.id}
        version={campaign.version + 1}
        typed={refused?.typed ?? {}}
        {...{ errors, today }}
      />
    </CampaignPage>
  )
}
