import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { listingFaults, readRegisterQuestion } from '#app/http/register.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { addHousehold, findAlike, householdFormSchema } from '#app/services/register-edit.server.ts'
import { findRegisterList } from '#app/services/register-list.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { HouseholdForm } from '#app/ui/office-register-form.tsx'
import { RegisterPage } from '#app/ui/office-register-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.form.addTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { question, typed } = readRegisterQuestion(args.request, args.params.commune ?? '')
  const { commune, villages, deeds } = orProblem(await findRegisterList(context, question))
  if (!deeds.includes('register.edit')) return problem('forbidden')
  return { viewer: viewerOf(context.person), commune, villages, village: typed.village }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const communeId = args.params.commune ?? ''
  const { texts } = await readFields(args.request)
  const form = householdFormSchema.safeParse({ number: '', villageId: '', ...texts })
  if (!form.success) return data({ faults: faultsOf(form.error), texts, alike: [] }, { status: 422 })
  const household = { ...form.data, communeId }
  const added = await addHousehold(context, { ...household, others: texts.others?.split(' ') ?? [] })
  if (added.ok) return redirect(`/ho/${communeId}/${added.value}?xong=them`, 303)
  const faults = listingFaults(added.error)
  if (!faults) return problem(added.error)
  const alike = added.error === 'household-alike' ? orProblem(await findAlike(context, household)) : []
  return data({ faults, texts, alike }, { status: statusOf(added.error) })
}

export default function NewHousehold() {
  const t = useT()
  const { viewer, commune, villages, village } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const [only, another] = villages
  const known = villages.some(one => one.villageId === village) ? village : undefined
  const values = refused?.texts ?? { villageId: another ? known : only?.villageId }
  return (
    <RegisterPage viewer={viewer} commune={commune}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.register.form.addTitle')}</h1>
      <HouseholdForm
        villages={villages}
        values={values}
        errors={errors}
        correcting={false}
        alike={{ address: `/ho/${commune.id}`, households: refused?.alike ?? [] }}
        back={`/ho/${commune.id}`}
      />
    </RegisterPage>
  )
}
