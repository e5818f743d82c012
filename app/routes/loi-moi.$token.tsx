import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contextOf, sessionCookie } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { pathAfter } from '#app/http/second-step.server.ts'
import { acceptInvitation, openInvitation } from '#app/services/invitations.server.ts'
import { useErrors } from '#app/ui/form-errors.ts'
import { InvitationPage } from '#app/ui/office-links.tsx'
import { officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.links.invitationTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await contextOf(args)
  const { name, role, areas } = orProblem(await openInvitation(context, args.params.token ?? ''))
  return { name, role, areas, signedInAs: context.person?.name ?? null }
}

/** Which box each refusal is about; any other ends in a page of its own. */
const boxes: { readonly [code: string]: string } = {
  'username-taken': 'username',
  'username-unreadable': 'username',
  'password-too-short': 'password',
}

export const action = async (args: ActionFunctionArgs) => {
  const fields = await readFields(args.request)
  const username = fields.get('username') ?? ''
  const session = await acceptInvitation(await contextOf(args), {
    token: args.params.token ?? '',
    username,
    password: fields.get('password') ?? '',
    userAgent: args.request.headers.get('User-Agent'),
  })
  if (session.ok) {
    const headers = { 'Set-Cookie': await sessionCookie(args, session.value) }
    return redirect(pathAfter(session.value.waiting, null), { status: 303, headers })
  }
  const box = boxes[session.error]
  if (!box) return problem(session.error)
  return data({ faults: { [box]: session.error }, username }, { status: statusOf(session.error) })
}

export default function Invitation() {
  const invitation = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <InvitationPage {...invitation} username={refused?.username} errors={useErrors(refused?.faults)} />
}
