import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readDay } from '#app/basics/day.ts'
import { requireDeed } from '#app/http/administration.server.ts'
import { type Fields, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { checkAreaFile, confirmAreaList, findWaitingAreaList } from '#app/services/area-list.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { AreaFileForm, CheckedAreas } from '#app/ui/office-area-list.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.areas.import')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  return { viewer: viewerOf(context.person), waiting: orProblem(await findWaitingAreaList(context)) }
}

const check = async (args: ActionFunctionArgs, fields: Fields) => {
  const context = await requireDeed(args, 'area.manage')
  const [file, typedDay] = [fields.file('file'), fields.get('validFrom') ?? '']
  const again = (faults: Readonly<Record<string, string>>, status = 422) =>
    data({ faults, validFrom: typedDay }, { status })
  if (!file) return again({ file: 'area-file-missing' })
  const validFrom = typedDay === '' ? null : readDay(typedDay)
  if (typedDay !== '' && !validFrom) return again({ validFrom: 'first-area-day-unreadable' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const checked = await checkAreaFile(context, { name: file.name, bytes, validFrom })
  if (checked.ok) return redirect('/quan-tri/dia-ban/nhap', 303)
  return checked.error === 'forbidden'
    ? problem(checked.error)
    : again({ file: checked.error }, statusOf(checked.error))
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  const fields = await readFields(args.request)
  const importId = fields.get('importId')
  if (importId === null) return check(args, fields)
  orProblem(await confirmAreaList(context, importId))
  return redirect('/quan-tri/dia-ban?xong=nhap-dia-ban', 303)
}

export default function ImportAreas() {
  const t = useT()
  const { viewer, waiting } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[
        { href: '/quan-tri', label: t('office.section.administration') },
        { href: '/quan-tri/dia-ban', label: t('office.areas.title') },
      ]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.areas.import')}</h1>
      <p className="lead">{t('office.areas.importLead')}</p>
      {waiting && !refused ? <CheckedAreas list={waiting} /> : null}
      <AreaFileForm validFrom={refused?.validFrom} errors={errors} again={waiting !== null} />
    </OfficePage>
  )
}
