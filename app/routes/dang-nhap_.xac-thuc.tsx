import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contextOf, sessionCookie, sessionToken } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { readKept } from '#app/http/kept-form.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { statusOf } from '#app/http/problems.server.ts'
import { pathAfter } from '#app/http/second-step.server.ts'
import { passSecondStep } from '#app/services/second-step.server.ts'
import { findWaiting } from '#app/services/sessions.server.ts'
import { useErrors } from '#app/ui/form-errors.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { NothingToSetUp, SecondStepPage } from '#app/ui/office-second-step.tsx'
import { ResumedPage } from '#app/ui/office-sign-in.tsx'
import type { PageHandle } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.secondStep.title')

/** Never a redirect: this also runs after a code was good, when a form that waits has to be shown and the session of old is gone. */
export const loader = async (args: LoaderFunctionArgs) => {
  const to = localPath(new URL(args.request.url).searchParams.get('toi'))
  const waiting = await findWaiting(await contextOf(args), (await sessionToken(args)) ?? '')
  return { to, waits: waiting === 'second-step' }
}

export const action = async (args: ActionFunctionArgs) => {
  const fields = await readFields(args.request)
  const [to, kept] = [localPath(fields.get('toi')), readKept(fields)]
  const recovery = fields.get('recovery')?.trim()
  const typed = recovery || (fields.get('code') ?? '')
  const token = (await sessionToken(args)) ?? ''
  const session = await passSecondStep(await contextOf(args), { token, typed })
  if (!session.ok) {
    if (session.error === 'not-signed-in' && !kept) throw redirect('/dang-nhap', 303)
    return data(
      { kind: 'refused' as const, faults: { code: session.error }, to, kept },
      { status: statusOf(session.error) },
    )
  }
  const headers = { 'Set-Cookie': await sessionCookie(args, session.value) }
  if (kept) return data({ kind: 'resumed' as const, kept }, { headers })
  return redirect(pathAfter(null, to), { status: 303, headers })
}

export default function SecondStep() {
  const { to, waits } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const errors = useErrors(outcome?.kind === 'refused' ? outcome.faults : undefined)
  if (outcome?.kind === 'resumed') return <ResumedPage kept={outcome.kept} />
  if (!waits && !outcome) return <NothingToSetUp />
  return (
    <SecondStepPage
      errors={errors}
      to={(outcome ? outcome.to : to) ?? undefined}
      kept={outcome?.kept ?? null}
    />
  )
}
