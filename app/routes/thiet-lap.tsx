import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { contextOf, systemOf } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { problem, statusOf } from '#app/http/problems.server.ts'
import { createFirstAdministrator, needsFirstAdministrator } from '#app/services/accounts.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { OfficeFrame } from '#app/ui/office-frame.tsx'
import { officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'
import { PasswordField, TextField } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.setup.title')

export const loader = async ({ context }: LoaderFunctionArgs) => {
  if (!(await needsFirstAdministrator(systemOf(context)))) return problem('setup-done')
  return null
}

/** Which box each refusal is about. */
const boxes = {
  'setup-token-wrong': 'token',
  'name-missing': 'name',
  'username-taken': 'username',
  'username-unreadable': 'username',
  'password-too-short': 'password',
  'area-code-unreadable': 'provinceCode',
  'area-taken': 'provinceCode',
  'area-name-missing': 'provinceName',
} as const

export const action = async (args: ActionFunctionArgs) => {
  const { texts } = await readFields(args.request)
  const { token = '', name = '', username = '', password = '', provinceCode = '', provinceName = '' } = texts
  const made = await createFirstAdministrator(await contextOf(args), {
    token,
    name: name.normalize('NFC').trim() || username,
    username,
    password,
    province: { code: provinceCode, name: provinceName },
  })
  if (made.ok) return redirect('/dang-nhap?moi=1', 303)
  if (made.error === 'setup-done') return problem(made.error)
  const { password: _, ...typed } = texts
  return data({ code: made.error, typed }, { status: statusOf(made.error) })
}

export default function Setup() {
  const t = useT()
  const refused = useActionData<typeof action>()
  const typed = refused?.typed ?? {}
  const errors = refused ? [{ field: boxes[refused.code], message: t(`problem.${refused.code}`) }] : []
  const text = (name: 'token' | 'name' | 'username' | 'provinceCode' | 'provinceName') => ({
    name,
    label: t(`office.setup.${name}`),
    value: typed[name],
    error: errorOf(errors, name),
    maxLength: 200,
  })
  return (
    <OfficeFrame person={null}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.setup.title')}</h1>
      <p className="lead">{t('office.setup.lead')}</p>
      <form method="post">
        <TextField {...text('token')} hint={t('office.setup.tokenHint')} />
        <TextField {...text('name')} autoComplete="name" />
        <TextField {...text('username')} hint={t('office.setup.usernameHint')} autoComplete="username" />
        <PasswordField
          name="password"
          label={t('office.setup.password')}
          hint={t('office.setup.passwordHint')}
          error={errorOf(errors, 'password')}
          autoComplete="new-password"
        />
        <TextField {...text('provinceCode')} hint={t('office.setup.provinceCodeHint')} width="short" />
        <TextField {...text('provinceName')} hint={t('office.setup.provinceNameHint')} />
        <SubmitButton>{t('office.setup.submit')}</SubmitButton>
      </form>
    </OfficeFrame>
  )
}
