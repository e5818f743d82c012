import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { cancelCampaign, findCancelling } from '#app/services/cancelling.server.ts'
import { cancelFormSchema } from '#app/services/plan-form.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { CancelForm, CancelSteps } from '#app/ui/office-plan-cancel.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.cancel.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  return {
    viewer: viewerOf(context.person),
    ...orProblem(await findCancelling(context, args.params.id ?? '')),
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { texts } = await readFields(args.request)
  const form = cancelFormSchema.safeParse(texts)
  if (!form.success) return data({ faults: faultsOf(form.error), typed: texts }, { status: 422 })
  const id = orProblem(await cancelCampaign(context, args.params.id ?? '', form.data.reason))
  return redirect(`/dot/${id}?xong=huy`, 303)
}

export default function Cancel() {
  const t = useT()
  const { viewer, campaign, collected } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.cancel.title')}</h1>
      <p className="lead">{t('office.cancel.lead')}</p>
      <CancelSteps state={campaign.state} collected={collected} />
      <CancelForm typed={refused?.typed ?? {}} errors={errors} back={`/dot/${campaign.id}`} />
    </CampaignPage>
  )
}
