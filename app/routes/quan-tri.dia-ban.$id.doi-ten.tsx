import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireDeed } from '#app/http/administration.server.ts'
import { pageOfParent } from '#app/http/areas.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { renameArea } from '#app/services/areas-changing.server.ts'
import { findAreaView } from '#app/services/areas-tree.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.areas.rename')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  const { area, parent } = orProblem(await findAreaView(context, args.params.id ?? ''))
  return {
    viewer: viewerOf(context.person),
    name: area.name,
    back: { href: pageOfParent(parent), label: parent?.name ?? area.name },
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  const name = (await readFields(args.request)).get('name') ?? ''
  const id = args.params.id ?? ''
  const done = await renameArea(context, { id, name })
  if (!done.ok) {
    const ofTheField = ['area-name-missing', 'area-taken', 'nothing-changed'].includes(done.error)
    return ofTheField ? data({ faults: { name: done.error }, name }, { status: 422 }) : problem(done.error)
  }
  const { parent } = orProblem(await findAreaView(context, id))
  return redirect(`${pageOfParent(parent)}?xong=doi-ten`, 303)
}

export default function Rename() {
  const t = useT()
  const { viewer, name, back } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[{ href: '/quan-tri/dia-ban', label: t('office.areas.title') }, back]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.areas.renameOf', { name })}</h1>
      <p className="lead">{t('office.areas.renameLead')}</p>
      <form method="post" className="narrow">
        <TextField
          name="name"
          label={t('office.areas.newName')}
          value={refused?.name ?? name}
          error={errorOf(errors, 'name')}
          maxLength={200}
        />
        <SubmitButton>{t('office.areas.rename')}</SubmitButton>
      </form>
    </OfficePage>
  )
}
