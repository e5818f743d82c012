import { type AppLoadContext, createCookie, redirect } from '@remix-run/node'
import type { Person } from '#app/account/person.ts'
import type { Context, System } from '#app/services/context.server.ts'
import { findPerson, type Session } from '#app/services/sessions.server.ts'
import { readFields } from './form.server.ts'
import { problem } from './problems.server.ts'

type Arguments = { readonly request: Request; readonly context: AppLoadContext }

/** The system that start put into the load context. */
export const systemOf = (context: AppLoadContext): System => {
  const { system } = context as { readonly system?: System }
  if (!system) throw new Error('the load context has no system')
  return system
}

const cookieFor = (system: System, request: Request) =>
  createCookie('phien', {
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
    secure: system.publicUrl.startsWith('https:') || new URL(request.url).protocol === 'https:',
  })

/** The session token that the reader's cookie holds, or null. */
export const sessionToken = async ({ request, context }: Arguments): Promise<string | null> => {
  const token: unknown = await cookieFor(systemOf(context), request).parse(request.headers.get('Cookie'))
  return typeof token === 'string' && token !== '' ? token : null
}

/** `Set-Cookie` that keeps a session, or forgets it (null). */
export const sessionCookie = (args: Arguments, session: Session | null): Promise<string> =>
  cookieFor(systemOf(args.context), args.request).serialize(
    session?.token ?? '',
    session ? { expires: session.expiresAt } : { maxAge: 0 },
  )

/** Who is asking, or nobody. */
export const contextOf = async (args: Arguments): Promise<Context> => {
  const system = systemOf(args.context)
  const token = await sessionToken(args)
  return { ...system, person: token ? await findPerson(system, token) : null }
}

/** A posted form whose sender turned out not to be signed in any more: kept in the page that asks to sign in again; passwords are not. */
export type Interrupted = { readonly path: string; readonly fields: Readonly<Record<string, string>> }

/** What no page keeps: passwords are typed again. */
const secretFields: readonly string[] = ['password', 'current', 'renewPassword']

const pathOf = (request: Request): string => {
  const { pathname, search } = new URL(request.url)
  return pathname + search
}

/** Somebody signed in. A reader is sent to sign in; a posted form is answered 401 with what was typed kept in the page. */
export const signedIn = async (args: Arguments): Promise<Context & { readonly person: Person }> => {
  const context = await contextOf(args)
  if (context.person) return { ...context, person: context.person }
  const path = pathOf(args.request)
  if (args.request.method === 'GET') throw redirect(`/dang-nhap?toi=${encodeURIComponent(path)}`)
  const { texts } = await readFields(args.request)
  const fields = Object.fromEntries(Object.entries(texts).filter(([name]) => !secretFields.includes(name)))
  const interrupted: Interrupted = { path, fields }
  return problem('not-signed-in', { interrupted })
}
