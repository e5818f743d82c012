import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readFields } from '#app/http/form.server.ts'
import { signedInWithToken } from '#app/http/own-account.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { renewOwnRecoveryCodes, setUpOwnSecondStep } from '#app/services/own-account.server.ts'
import { findSecondStep, offerSecondStep } from '#app/services/second-step.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { OwnCodes, OwnSecondStep } from '#app/ui/office-own-second-step.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.own.secondStepTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const { context, token } = await signedInWithToken(args)
  const offer = orProblem(await offerSecondStep(context, token))
  return { viewer: viewerOf(context.person), offer, standing: await findSecondStep(context) }
}

/** A form of its own for each: new recovery codes, or a phone. */
export const action = async (args: ActionFunctionArgs) => {
  const { context, token } = await signedInWithToken(args)
  const fields = await readFields(args.request)
  const renewal = fields.get('renewPassword')
  const [password, typed] = [fields.get('password') ?? '', fields.get('code') ?? '']
  const done =
    renewal === null
      ? await setUpOwnSecondStep(context, { token, password, typed })
      : await renewOwnRecoveryCodes(context, renewal)
  if (done.ok) return { codes: done.value }
  if (done.error === 'not-signed-in') return problem(done.error)
  const wrongPassword = done.error === 'password-wrong' || done.error === 'sign-in-locked'
  const box = renewal !== null ? 'renewPassword' : wrongPassword ? 'password' : 'code'
  return data({ faults: { [box]: done.error } }, { status: statusOf(done.error) })
}

export default function SecondStep() {
  const t = useT()
  const { viewer, ...own } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const errors = useErrors(outcome && 'faults' in outcome ? outcome.faults : undefined)
  const codes = outcome && 'codes' in outcome ? outcome.codes : null
  return (
    <OfficePage viewer={viewer} breadcrumb={[{ href: '/tai-khoan', label: t('office.own.title') }]}>
      <ErrorSummary errors={errors} />
      <h1>{t(codes ? 'office.secondStep.codesTitle' : 'office.own.secondStepTitle')}</h1>
      {codes ? <OwnCodes codes={codes} /> : <OwnSecondStep {...own} errors={errors} />}
    </OfficePage>
  )
}
