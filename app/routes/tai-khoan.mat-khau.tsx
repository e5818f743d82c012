import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { signedInWithToken } from '#app/http/own-account.server.ts'
import { problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { changePassword } from '#app/services/own-account.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'
import { PasswordField } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.own.passwordTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const { person } = await signedIn(args)
  return { viewer: viewerOf(person) }
}

export const action = async (args: ActionFunctionArgs) => {
  const { context, token } = await signedInWithToken(args)
  const fields = await readFields(args.request)
  const current = fields.get('current') ?? ''
  const done = await changePassword(context, { token, current, next: fields.get('password') ?? '' })
  if (done.ok) return redirect('/tai-khoan?xong=mat-khau', 303)
  if (done.error === 'not-signed-in') return problem(done.error)
  const box = done.error === 'password-too-short' ? 'password' : 'current'
  return data({ faults: { [box]: done.error } }, { status: statusOf(done.error) })
}

export default function OwnPassword() {
  const t = useT()
  const { viewer } = useLoaderData<typeof loader>()
  const errors = useErrors(useActionData<typeof action>()?.faults)
  return (
    <OfficePage viewer={viewer} breadcrumb={[{ href: '/tai-khoan', label: t('office.own.title') }]}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.own.passwordTitle')}</h1>
      <p className="lead">{t('office.own.passwordLead')}</p>
      <form method="post" className="narrow">
        <PasswordField
          name="current"
          label={t('office.own.current')}
          error={errorOf(errors, 'current')}
          autoComplete="current-password"
        />
        <PasswordField
          name="password"
          label={t('office.own.next')}
          hint={t('office.setup.passwordHint')}
          error={errorOf(errors, 'password')}
          autoComplete="new-password"
        />
        <SubmitButton>{t('office.own.passwordSubmit')}</SubmitButton>
      </form>
    </OfficePage>
  )
}
