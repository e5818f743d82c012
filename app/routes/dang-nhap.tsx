import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contextOf, type Interrupted, sessionCookie, sessionToken } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { readKept } from '#app/http/kept-form.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { orProblem, statusOf } from '#app/http/problems.server.ts'
import { officeStart, pathAfter } from '#app/http/second-step.server.ts'
import { needsFirstAdministrator } from '#app/services/accounts.server.ts'
import { offerSecondStep } from '#app/services/second-step.server.ts'
import { findWaiting, type Session } from '#app/services/sessions.server.ts'
import { signIn } from '#app/services/sign-in.server.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { SecondStepPage, SecondStepSetupPage } from '#app/ui/office-second-step.tsx'
import { ResumedPage, SignInPage } from '#app/ui/office-sign-in.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.signIn.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const query = new URL(args.request.url).searchParams
  const to = localPath(query.get('toi'))
  const context = await contextOf(args)
  if (context.person) throw redirect(to ?? officeStart, 303)
  const token = await sessionToken(args)
  const waiting = token ? await findWaiting(context, token) : 'none'
  if (waiting !== 'none') throw redirect(pathAfter(waiting, to), 303)
  if (await needsFirstAdministrator(context)) throw redirect('/thiet-lap', 303)
  if (query.get('xong') === 'mat-khau') return { to, ready: 'password' as const }
  return { to, ready: query.has('moi') ? ('administrator' as const) : null }
}

export const action = async (args: ActionFunctionArgs) => {
  const fields = await readFields(args.request)
  const [to, kept] = [localPath(fields.get('toi')), readKept(fields)]
  const username = fields.get('username') ?? ''
  const session = await signIn(await contextOf(args), {
    username,
    password: fields.get('password') ?? '',
    userAgent: args.request.headers.get('User-Agent'),
  })
  if (!session.ok)
    return data(
      { kind: 'refused' as const, code: session.error, username, to, kept },
      { status: statusOf(session.error) },
    )
  const headers = { 'Set-Cookie': await sessionCookie(args, session.value) }
  if (!kept) return redirect(pathAfter(session.value.waiting, to), { status: 303, headers })
  return data(await goOnWith(args, session.value, kept), { headers })
}

/** The form that waits stays in the page on every step of the way in. */
const goOnWith = async (args: ActionFunctionArgs, session: Session, kept: Interrupted) => {
  if (session.waiting === null) return { kind: 'resumed' as const, kept }
  if (session.waiting === 'second-step') return { kind: 'second-step' as const, kept }
  const offer = orProblem(await offerSecondStep(await contextOf(args), session.token))
  return { kind: 'second-step-setup' as const, kept, offer }
}

export default function SignIn() {
  const t = useT()
  const { to, ready } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  if (!outcome) return <SignInPage to={to ?? undefined} ready={ready} />
  if (outcome.kind === 'resumed') return <ResumedPage kept={outcome.kept} />
  if (outcome.kind === 'second-step') return <SecondStepPage errors={[]} kept={outcome.kept} />
  if (outcome.kind === 'second-step-setup')
    return <SecondStepSetupPage errors={[]} kept={outcome.kept} offer={outcome.offer} />
  return (
    <SignInPage
      username={outcome.username}
      error={t(`problem.${outcome.code}`)}
      to={outcome.to ?? undefined}
      kept={outcome.kept}
    />
  )
}
