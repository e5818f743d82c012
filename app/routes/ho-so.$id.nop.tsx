import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readLine, readSubmittedOn } from '#app/http/dossiers.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { submitDossier } from '#app/services/dossier-submitting.server.ts'
import { findDossierDesk } from '#app/services/dossiers.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { SubmitDossier } from '#app/ui/office-dossier-submit.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.dossier.submit.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { dossier, state, maySubmit, today } = orProblem(await findDossierDesk(context, args.params.id ?? ''))
  if (state === 'submitted') return problem('dossier-submitted')
  if (!maySubmit) return problem('forbidden')
  if (state !== 'complete') return problem('dossier-incomplete')
  return { viewer: viewerOf(context.person), dossier, today }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { get, texts } = await readFields(args.request)
  const id = args.params.id ?? ''
  const on = readSubmittedOn(get('on'))
  if (!on.ok) return data({ faults: { on: on.error }, texts }, { status: 422 })
  const submitted = await submitDossier(context, id, { on: on.value, number: readLine(get('number'), 80) })
  if (submitted.ok) return redirect(`/ho-so/${id}?xong=nop`, 303)
  if (submitted.error !== 'dossier-day-ahead') return problem(submitted.error)
  return data({ faults: { on: submitted.error }, texts }, { status: statusOf(submitted.error) })
}

export default function SubmitPage() {
  const t = useT()
  const { viewer, dossier, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const breadcrumb = [
    { href: '/ho-so', label: t('office.dossier.title') },
    { href: `/ho-so/${dossier.id}`, label: dossier.communeName },
  ]
  return (
    <OfficePage viewer={viewer} section="dossiers" breadcrumb={breadcrumb}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.dossier.submit.title')}</h1>
      <SubmitDossier dossierId={dossier.id} today={today} typed={refused?.texts ?? {}} errors={errors} />
    </OfficePage>
  )
}
