import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readDay } from '#app/basics/day.ts'
import { readAreaIds, requireDeed } from '#app/http/administration.server.ts'
import { pageOfParent } from '#app/http/areas.server.ts'
import { type FieldFaults, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { endArea } from '#app/services/areas-changing.server.ts'
import { findAreaView } from '#app/services/areas-tree.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { EndAreaForm } from '#app/ui/office-area-end.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.areas.end')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  const { area, parent, beside } = orProblem(await findAreaView(context, args.params.id ?? ''))
  return {
    viewer: viewerOf(context.person),
    area: { id: area.id, name: area.name, kind: area.kind },
    beside: beside.map(({ id, name }) => ({ id, name })),
    back: { href: pageOfParent(parent), label: parent?.name ?? area.name },
  }
}

/** Which box each refusal is about; any other ends in a page of its own. */
const boxes: { readonly [code: string]: string } = {
  'successor-missing': 'areas',
  'successor-unknown': 'areas',
  'area-day-early': 'on',
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  const { texts } = await readFields(args.request)
  const again = (faults: FieldFaults) => data({ faults, texts }, { status: 422 })
  const on = readDay(texts.on ?? '')
  if (!on) return again({ on: 'last-area-day-unreadable' })
  if (texts.confirm === undefined) return again({ confirm: 'confirm-missing' })
  const id = args.params.id ?? ''
  const done = await endArea(context, { id, on, successorIds: readAreaIds(texts) })
  if (!done.ok) {
    const box = boxes[done.error]
    return box ? again({ [box]: done.error }) : problem(done.error)
  }
  const { parent } = orProblem(await findAreaView(context, id))
  return redirect(`${pageOfParent(parent)}?xong=ket-thuc&cu=1`, 303)
}

export default function End() {
  const t = useT()
  const { viewer, area, beside, back } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[{ href: '/quan-tri/dia-ban', label: t('office.areas.title') }, back]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.areas.endOf', { name: area.name })}</h1>
      <p className="lead">{t('office.areas.endLead')}</p>
      <EndAreaForm beside={beside} typed={refused?.texts ?? {}} errors={errors} />
    </OfficePage>
  )
}
