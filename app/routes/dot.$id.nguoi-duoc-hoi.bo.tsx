import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { dropSample } from '#app/services/sample.server.ts'
import { dropSampleSchema } from '#app/services/sample-form.server.ts'
import { findSampleDesk } from '#app/services/sample-view.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-field.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'
import { TextArea } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.sample.dropTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, sample } = orProblem(await findSampleDesk(context, args.params.id ?? ''))
  return sample ? { viewer: viewerOf(context.person), campaign } : problem('sample-missing')
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { texts } = await readFields(args.request)
  const form = dropSampleSchema.safeParse(texts)
  if (!form.success) return data({ faults: faultsOf(form.error), typed: texts }, { status: 422 })
  const id = orProblem(await dropSample(context, args.params.id ?? '', form.data.reason))
  return redirect(`/dot/${id}/nguoi-duoc-hoi?xong=bo`, 303)
}

export default function DropSample() {
  const t = useT()
  const { viewer, campaign } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/nguoi-duoc-hoi">
      <ErrorSummary errors={errors} />
      <h1>{t('office.sample.dropTitle')}</h1>
      <p className="lead">{t('office.sample.dropLead')}</p>
      <form method="post">
        <TextArea
          name="reason"
          value={refused?.typed.reason}
          error={errorOf(errors, 'reason')}
          label={t('office.sample.dropReason')}
          maxLength={1000}
        />
        <Checkbox
          name="confirm"
          value="yes"
          checked={refused?.typed.confirm === 'yes'}
          error={errorOf(errors, 'confirm')}
          label={t('office.sample.dropConfirm')}
        />
        <p className="actions">
          <SubmitButton kind="danger">{t('office.sample.dropSubmit')}</SubmitButton>
          <LinkButton href={`/dot/${campaign.id}/nguoi-duoc-hoi`}>{t('office.sample.back')}</LinkButton>
        </p>
      </form>
    </CampaignPage>
  )
}
