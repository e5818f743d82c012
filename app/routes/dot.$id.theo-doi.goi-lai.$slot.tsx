import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { enterCallback, findCallback } from '#app/services/callbacks.server.ts'
import { callSchema } from '#app/services/callbacks-form.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CallForm, useHouseholdName } from '#app/ui/office-callbacks-form.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.callback.call')

const placeOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  slotId: params.slot ?? '',
})

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, household } = orProblem(await findCallback(context, placeOf(args)))
  const { id, name, state } = campaign
  // Who brought the ballot is not told to whoever calls.
  const { accountId: _, ...shown } = household
  return { viewer: viewerOf(context.person), campaign: { id, name, state }, household: shown }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { texts } = await readFields(args.request)
  const read = callSchema.safeParse(texts)
  if (!read.success) return data({ typed: texts, faults: faultsOf(read.error) }, 422)
  const place = placeOf(args)
  orProblem(await enterCallback(context, place, read.data))
  return redirect(`/dot/${place.campaignId}/theo-doi/goi-lai?xong=goi`, 303)
}

export default function CallHousehold() {
  const t = useT()
  const { viewer, campaign, household } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const nameOf = useHouseholdName()
  const { outcome, said, receipt } = household
  const noted = Object.fromEntries(
    Object.entries({ outcome, said, receipt }).flatMap(([field, value]) => (value ? [[field, value]] : [])),
  )
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/theo-doi">
      <ErrorSummary errors={errors} />
      <h1>{nameOf(household)}</h1>
      <p className="lead">{household.villageName}</p>
      <p>{t('office.callback.blind')}</p>
      <CallForm typed={refused?.typed ?? noted} errors={errors} />
      <p>
        <a className="tap" href={`/dot/${campaign.id}/theo-doi/goi-lai`}>
          {t('office.callback.back')}
        </a>
      </p>
    </CampaignPage>
  )
}
