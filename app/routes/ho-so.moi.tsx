import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { dayOf } from '#app/basics/day.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readDossierForm } from '#app/http/dossiers.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findDossierCommunes, openDossier } from '#app/services/dossiers.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { DossierForm } from '#app/ui/office-dossier-list.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.dossier.form.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  if (!mayEver(context.person, 'dossier.fill')) return problem('forbidden')
  const communes = (await findDossierCommunes(context)).map(({ id, name }) => ({ id, name }))
  return { viewer: viewerOf(context.person), communes, year: dayOf(context.clock()).slice(0, 4) }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { texts } = await readFields(args.request)
  const form = readDossierForm(texts)
  if (!form.ok) return data({ faults: form.faults, texts }, { status: 422 })
  const opened = await openDossier(context, form.value)
  if (opened.ok) return redirect(`/ho-so/${opened.value}?xong=lap`, 303)
  if (opened.error !== 'dossier-exists') return problem(opened.error)
  return data({ faults: { title: opened.error }, texts }, { status: statusOf(opened.error) })
}

export default function NewDossier() {
  const t = useT()
  const { viewer, communes, year } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const [only, another] = communes
  const typed = refused?.texts ?? { year, communeId: another ? '' : (only?.id ?? '') }
  return (
    <OfficePage
      viewer={viewer}
      section="dossiers"
      breadcrumb={[{ href: '/ho-so', label: t('office.dossier.title') }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.dossier.form.title')}</h1>
      <DossierForm communes={communes} typed={typed} errors={errors} />
    </OfficePage>
  )
}
