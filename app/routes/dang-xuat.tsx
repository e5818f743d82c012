import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { contextOf, sessionCookie, sessionToken } from '#app/http/access.server.ts'
import { signOut } from '#app/services/sessions.server.ts'

export const loader = () => redirect('/', 303)

/** Ends the session here and in the database. */
export const action = async (args: ActionFunctionArgs) => {
  const token = await sessionToken(args)
  if (token) await signOut(await contextOf(args), token)
  return redirect('/', { status: 303, headers: { 'Set-Cookie': await sessionCookie(args, null) } })
}
