import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askedOf } from '#app/household/asked.ts'
import { signedIn } from '#app/http/access.server.ts'
import { type FieldFaults, type Fields, faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { batchFormSchema, findBatches, openBatch } from '#app/services/batches.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { BatchOpening } from '#app/ui/office-batch-opening.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.batch.opening.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const found = orProblem(await findBatches(context, { campaignId: args.params.id ?? '', page: 1 }))
  const { campaign, villages } = found
  if (campaign.state !== 'collecting') return problem('campaign-not-collecting')
  return {
    viewer: viewerOf(context.person),
    campaign: { id: campaign.id, name: campaign.name, state: campaign.state },
    villages: villages.map(({ villageId, name, ...counts }) => {
      return { villageId, name, free: askedOf(counts) - counts.collected }
    }),
  }
}

const toMend = (fields: Fields, faults: FieldFaults) =>
  data({ faults, typed: { ...fields.texts } }, { status: 422 })

/** Refusals that a field can mend. */
const mendable: { readonly [code: string]: string } = {
  'batch-too-many-sheets': 'sheets',
  'village-counted-by-hand': 'villageId',
  'village-unknown': 'villageId',
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const campaignId = args.params.id ?? ''
  const fields = await readFields(args.request)
  const form = batchFormSchema.safeParse({
    villageId: fields.get('villageId') ?? '',
    sheets: fields.get('sheets') ?? '',
  })
  if (!form.success) return toMend(fields, faultsOf(form.error))
  const opened = await openBatch(context, campaignId, form.data)
  if (opened.ok) return redirect(`/dot/${campaignId}/lo-phieu/${opened.value}?xong=lap`, 303)
  const field = mendable[opened.error]
  return field ? toMend(fields, { [field]: opened.error }) : problem(opened.error)
}

export default function NewBatch() {
  const { viewer, campaign, villages } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/lo-phieu">
      <ErrorSummary errors={errors} />
      <BatchOpening
        campaignId={campaign.id}
        villages={villages}
        typed={refused?.typed ?? {}}
        errors={errors}
      />
    </CampaignPage>
  )
}
