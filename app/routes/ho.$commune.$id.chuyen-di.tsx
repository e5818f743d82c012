import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { placeOf } from '#app/http/register.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { moveOutFormSchema, moveOutHousehold } from '#app/services/register-edit.server.ts'
import { findHouseholdFile } from '#app/services/register-list.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { MoveOutForm } from '#app/ui/office-register-form.tsx'
import { FrozenCampaigns } from '#app/ui/office-register-list.tsx'
import { RegisterPage } from '#app/ui/office-register-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.moveOut.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const file = orProblem(await findHouseholdFile(context, placeOf(args)))
  const { commune, household, deeds, running, today } = file
  if (!deeds.includes('register.edit')) return problem('forbidden')
  if (household.standing !== 'active') return problem('household-not-active')
  return { viewer: viewerOf(context.person), commune, household, running, today }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const place = placeOf(args)
  const { texts } = await readFields(args.request)
  const form = moveOutFormSchema.safeParse({ movedOn: '', reason: '', ...texts })
  if (!form.success) return data({ faults: faultsOf(form.error), texts }, { status: 422 })
  const moved = await moveOutHousehold(context, place, form.data)
  if (moved.ok) return redirect(`/ho/${place.communeId}/${place.householdId}?xong=chuyen-di`, 303)
  if (moved.error !== 'move-in-future') return problem(moved.error)
  return data({ faults: { movedOn: moved.error }, texts }, { status: statusOf(moved.error) })
}

export default function MoveOut() {
  const t = useT()
  const { viewer, commune, household, running, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <RegisterPage viewer={viewer} commune={commune} household={household}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.register.moveOut.title')}</h1>
      <p className="lead">{t('office.register.moveOut.lead', { name: household.name })}</p>
      <FrozenCampaigns campaigns={running} />
      <MoveOutForm
        values={refused?.texts ?? { movedOn: today }}
        errors={errors}
        today={today}
        back={`/ho/${commune.id}/${household.id}`}
      />
    </RegisterPage>
  )
}
