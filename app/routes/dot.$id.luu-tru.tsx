import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readDay } from '#app/basics/day.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { readRegisterDone } from '#app/http/register.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findArchiveDesk, setArchiveDay } from '#app/services/register-archive.server.ts'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { ArchiveForm, ArchiveStanding } from '#app/ui/office-register-archive.tsx'
import { RegisterDone } from '#app/ui/office-register-list.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.archive.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findArchiveDesk(context, args.params.id ?? ''))
  return { viewer: viewerOf(context.person), done: readRegisterDone(args.request), ...desk }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const typed = (await readFields(args.request)).get('archivedOn') ?? ''
  const archivedOn = readDay(typed)
  const set = archivedOn ? await setArchiveDay(context, id, archivedOn) : null
  if (set?.ok) return redirect(`/dot/${id}/luu-tru?xong=luu-tru`, 303)
  const code = set ? set.error : 'archive-day-unreadable'
  if (code !== 'archive-day-unreadable' && code !== 'archive-day-past') return problem(code)
  return data({ faults: { archivedOn: code }, typed }, { status: statusOf(code) })
}

export default function Archive() {
  const t = useT()
  const { viewer, done, campaign, ...archive } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/luu-tru">
      <ErrorSummary errors={errors} />
      <RegisterDone done={refused ? null : done} />
      <h1>{t('office.register.archive.title')}</h1>
      <p className="lead">{t('office.register.archive.lead')}</p>
      <ArchiveStanding archive={archive} />
      {archive.namesCutAt ? null : (
        <ArchiveForm
          archive={archive}
          typed={refused?.typed}
          error={errorOf(errors, 'archivedOn')}
          back={`/dot/${campaign.id}`}
        />
      )}
    </CampaignPage>
  )
}
