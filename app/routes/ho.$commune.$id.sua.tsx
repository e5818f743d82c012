import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { listingFaults, placeOf } from '#app/http/register.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { correctHousehold, householdFormSchema } from '#app/services/register-edit.server.ts'
import { findHouseholdFile } from '#app/services/register-list.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { HouseholdForm } from '#app/ui/office-register-form.tsx'
import { FrozenCampaigns } from '#app/ui/office-register-list.tsx'
import { RegisterPage } from '#app/ui/office-register-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.form.correctTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const file = orProblem(await findHouseholdFile(context, placeOf(args)))
  const { commune, household, villages, deeds, running } = file
  if (!deeds.includes('register.edit')) return problem('forbidden')
  return { viewer: viewerOf(context.person), commune, household, villages, running }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const place = placeOf(args)
  const { texts } = await readFields(args.request)
  const form = householdFormSchema.safeParse({ number: '', villageId: '', ...texts })
  if (!form.success) return data({ faults: faultsOf(form.error), texts }, { status: 422 })
  const corrected = await correctHousehold(context, place, form.data)
  if (corrected.ok) return redirect(`/ho/${place.communeId}/${place.householdId}?xong=sua`, 303)
  const faults = listingFaults(corrected.error)
  return faults ? data({ faults, texts }, { status: statusOf(corrected.error) }) : problem(corrected.error)
}

export default function CorrectHousehold() {
  const t = useT()
  const { viewer, commune, household, villages, running } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const { id, name, number, villageId } = household
  return (
    <RegisterPage viewer={viewer} commune={commune} household={household}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.register.form.correctTitle')}</h1>
      <FrozenCampaigns campaigns={running} />
      <HouseholdForm
        villages={villages}
        values={refused?.texts ?? { name, number: number ?? '', villageId }}
        errors={errors}
        correcting
        back={`/ho/${commune.id}/${id}`}
      />
    </RegisterPage>
  )
}
