import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contextOf } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { finishReset, openReset } from '#app/services/own-account.server.ts'
import { useErrors } from '#app/ui/form-errors.ts'
import { NewPasswordPage } from '#app/ui/office-links.tsx'
import { officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.links.resetTitle')

export const loader = async (args: LoaderFunctionArgs) =>
  orProblem(await openReset(await contextOf(args), args.params.token ?? ''))

export const action = async (args: ActionFunctionArgs) => {
  const fields = await readFields(args.request)
  const done = await finishReset(await contextOf(args), {
    token: args.params.token ?? '',
    password: fields.get('password') ?? '',
  })
  if (done.ok) return redirect('/dang-nhap?xong=mat-khau', 303)
  if (done.error === 'reset-unknown') return problem(done.error)
  return data({ faults: { password: done.error } }, { status: statusOf(done.error) })
}

export default function NewPassword() {
  const account = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <NewPasswordPage {...account} errors={useErrors(refused?.faults)} />
}
