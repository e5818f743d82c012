import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contextOf, sessionCookie } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { readKept } from '#app/http/kept-form.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { statusOf } from '#app/http/problems.server.ts'
import { needsFirstAdministrator, signIn } from '#app/services/accounts.server.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { ResumedPage, SignInPage } from '#app/ui/office-sign-in.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.signIn.title')

/** Where staff begin when no page was asked for. */
const start = '/dot'

export const loader = async (args: LoaderFunctionArgs) => {
  const query = new URL(args.request.url).searchParams
  const to = localPath(query.get('toi'))
  const context = await contextOf(args)
  if (context.person) throw redirect(to ?? start, 303)
  if (await needsFirstAdministrator(context)) throw redirect('/thiet-lap', 303)
  return { to, ready: query.has('moi') }
}

export const action = async (args: ActionFunctionArgs) => {
  const fields = await readFields(args.request)
  const [to, kept] = [localPath(fields.get('toi')), readKept(fields)]
  const username = fields.get('username') ?? ''
  const session = await signIn(await contextOf(args), { username, password: fields.get('password') ?? '' })
  if (!session.ok)
    return data(
      { kind: 'refused' as const, code: session.error, username, to, kept },
      { status: statusOf(session.error) },
    )
  const headers = { 'Set-Cookie': await sessionCookie(args, session.value) }
  if (kept) return data({ kind: 'resumed' as const, kept }, { headers })
  return redirect(to ?? start, { status: 303, headers })
}

export default function SignIn() {
  const t = useT()
  const { to, ready } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  if (!outcome) return <SignInPage to={to ?? undefined} ready={ready} />
  if (outcome.kind === 'resumed') return <ResumedPage kept={outcome.kept} />
  return (
    <SignInPage
      username={outcome.username}
      error={t(`problem.${outcome.code}`)}
      to={outcome.to ?? undefined}
      kept={outcome.kept}
    />
  )
}
