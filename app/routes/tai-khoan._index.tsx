import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requiresSecondStep } from '#app/account/second-step.ts'
import { readFields } from '#app/http/form.server.ts'
import { readOwnDone, signedInWithToken } from '#app/http/own-account.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findSecondStep } from '#app/services/second-step.server.ts'
import { endOtherSessions, endSession, findOwnSessions } from '#app/services/sessions.server.ts'
import { OwnAccount } from '#app/ui/office-own-account.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.own.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const { context, token } = await signedInWithToken(args)
  const { username, name, role } = context.person
  const sessions = await findOwnSessions(context, token)
  return {
    viewer: viewerOf(context.person),
    account: { username, name, role },
    secondStep: { ...(await findSecondStep(context)), required: requiresSecondStep(role) },
    sessions: sessions.map(one => ({ ...one, since: one.since.toISOString() })),
    done: readOwnDone(args.request),
  }
}

/** Ends one session, or all but this one. */
export const action = async (args: ActionFunctionArgs) => {
  const { context, token } = await signedInWithToken(args)
  const id = (await readFields(args.request)).get('session')
  if (id === null) {
    orProblem(await endOtherSessions(context, token))
    return redirect('/tai-khoan?xong=phien-khac', 303)
  }
  orProblem(await endSession(context, id))
  return redirect('/tai-khoan?xong=phien', 303)
}

export default function Own() {
  const { viewer, ...own } = useLoaderData<typeof loader>()
  return (
    <OfficePage viewer={viewer}>
      <OwnAccount {...own} />
    </OfficePage>
  )
}
