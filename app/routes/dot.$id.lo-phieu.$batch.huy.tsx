import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { batchPlace, shownDesk } from '#app/http/batches.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { longestVoidReason } from '#app/paper/batch.ts'
import { permitOnOpenBatch, voidBatch, voidSchema } from '#app/services/batches.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { BatchHead } from '#app/ui/office-batch.tsx'
import { VoidForm } from '#app/ui/office-batch-closing.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.batch.void.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await permitOnOpenBatch(context, batchPlace(args)))
  return { viewer: viewerOf(context.person), ...shownDesk(desk) }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const form = voidSchema.safeParse({ reason: fields.get('reason') ?? '', confirm: fields.get('confirm') })
  if (!form.success)
    return data({ faults: faultsOf(form.error), typed: { ...fields.texts } }, { status: 422 })
  const place = batchPlace(args)
  orProblem(await voidBatch(context, place, form.data.reason))
  return redirect(`/dot/${place.campaignId}/lo-phieu?xong=huy`, 303)
}

export default function Void() {
  const t = useT()
  const { viewer, campaign, batch } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/lo-phieu">
      <ErrorSummary errors={errors} />
      <BatchHead campaignId={campaign.id} batch={batch} title={t('office.batch.void.title')} />
      <VoidForm
        campaignId={campaign.id}
        batch={batch}
        longest={longestVoidReason}
        typed={refused?.typed ?? {}}
        errors={errors}
      />
    </CampaignPage>
  )
}
