import { type AppLoadContext, createCookie, redirect } from '@remix-run/node'
import type { Person } from '#app/account/person.ts'
import type { Context, System } from '#app/services/context.server.ts'
import { findPerson, type Session } from '#app/services/sessions.server.ts'
import { readFields } from './form.server.ts'
import { isAtMeeting, type MeetingPlace, meetingCookie, meetingPath, readMeeting } from './meeting.server.ts'
import { problem } from './problems.server.ts'

type Arguments = { readonly request: Request; readonly context: AppLoadContext }

/** The system that start put into the load context. */
export const systemOf = (context: AppLoadContext): System => {
  const { system } = context as { readonly system?: System }
  if (!system) throw new Error('the load context has no system')
  return system
}

const isSecure = (system: System, request: Request): boolean =>
  system.publicUrl.startsWith('https:') || new URL(request.url).protocol === 'https:'

const cookieFor = (system: System, request: Request) =>
  createCookie('phien', {
    httpOnly: true,
    path: '/',
    sameSite: 'lax',
    secure: isSecure(system, request),
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

/** `Set-Cookie` that keeps this device at a meeting, or lets it leave (null). */
export const keepAtMeeting = async (args: Arguments, place: MeetingPlace | null): Promise<string> =>
  meetingCookie(place, {
    token: (await sessionToken(args)) ?? '',
    secure: isSecure(systemOf(args.context), args.request),
  })

/** The meeting at which this device is passed round, or null. */
export const meetingOf = async (args: Arguments): Promise<MeetingPlace | null> =>
  readMeeting(args.request, (await sessionToken(args)) ?? '')

/** While a device is passed round, whoever holds it gets nowhere else; what is posted elsewhere is refused. */
const stayAtMeeting = async (args: Arguments): Promise<void> => {
  const meeting = await meetingOf(args)
  if (!meeting || isAtMeeting(args.request, meeting)) return
  const back = meetingPath(meeting)
  if (args.request.method === 'GET') throw redirect(back, 303)
  problem('meeting-running', { back })
}

/** Somebody signed in. A reader is sent to sign in; a posted form is answered 401 with what was typed kept in the page. */
export const signedIn = async (args: Arguments): Promise<Context & { readonly person: Person }> => {
  const context = await contextOf(args)
  if (context.person) {
    await stayAtMeeting(args)
    return { ...context, person: context.person }
  }
  const path = pathOf(args.request)
  if (args.request.method === 'GET') throw redirect(`/dang-nhap?toi=${encodeURIComponent(path)}`)
  const { texts } = await readFields(args.request)
  const fields = Object.fromEntries(Object.entries(texts).filter(([name]) => !secretFields.includes(name)))
  const interrupted: Interrupted = { path, fields }
  return problem('not-signed-in', { interrupted })
}
