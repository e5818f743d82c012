import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isCounted } from '#app/campaign/campaign.ts'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { jointStartSchema } from '#app/services/joint-form.server.ts'
import { startJoint } from '#app/services/joint-starting.server.ts'
import { findJointView } from '#app/services/joint-view.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { JointFacts, JointParts } from '#app/ui/office-joint.tsx'
import { StartForm } from '#app/ui/office-joint-form.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { DrawAgain, DrawFacts } from '#app/ui/office-sample.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.joint.title')

const things = ['lap', 'bat-dau'] as const

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const view = orProblem(await findJointView(context, args.params.id ?? ''))
  const done = new URL(args.request.url).searchParams.get('xong')
  return { viewer: viewerOf(context.person), ...view, done: things.find(thing => thing === done) ?? null }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const { texts } = await readFields(args.request)
  const form = 'source' in texts ? jointStartSchema.safeParse(texts) : null
  if (form && !form.success) return data({ faults: faultsOf(form.error), typed: texts }, { status: 422 })
  const started = await startJoint(context, id, form ? form.data : null)
  if (started.ok) return redirect(`/dot-nhieu-xa/${id}?xong=bat-dau`, 303)
  if (started.error !== 'sample-seed') return problem(started.error)
  return data({ faults: { seed: started.error }, typed: texts }, { status: 422 })
}

export default function JointPage() {
  const t = useT()
  const { viewer, joint, draw, parts, counted, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const draws = joint.stages !== null
  const left = parts.filter(({ state }) => state !== 'cancelled' && !isCounted(state)).length
  return (
    <OfficePage
      viewer={viewer}
      section="campaigns"
      breadcrumb={[{ href: '/dot-nhieu-xa', label: t('office.joint.title') }]}
    >
      <ErrorSummary errors={errors} />
      {done ? <Notice kind="success">{t(`office.joint.done.${done}`)}</Notice> : null}
      <h1>{joint.name}</h1>
      <JointFacts joint={joint} />
      {joint.startedAt ? (
        <>
          <h2>{t('office.joint.parts.title')}</h2>
          {counted ? (
            <p className="actions">
              <LinkButton href={`/dot-nhieu-xa/${joint.id}/ket-qua`} kind="primary">
                {t('office.joint.results.link')}
              </LinkButton>
            </p>
          ) : (
            <p>{t('office.joint.wait', { count: left })}</p>
          )}
          <JointParts parts={parts} />
        </>
      ) : null}
      {draws ? <DrawFacts draw={draw} /> : null}
      {joint.startedAt ? null : <StartForm draws={draws} typed={refused?.typed ?? {}} errors={errors} />}
      {draws ? (
        <DrawAgain command={draw.command} list={`/dot-nhieu-xa/${joint.id}/danh-sach-rut.csv`} drawn={null} />
      ) : null}
    </OfficePage>
  )
}
