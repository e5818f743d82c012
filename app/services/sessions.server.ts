import { type Browser, browserOf, readBrowser, writeBrowser } from '#app/account/browser.ts'
import { lifetimes, minutesAfter } from '#app/account/lifetimes.ts'
import type { Person } from '#app/account/person.ts'
import type { Waiting } from '#app/account/second-step.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import { type AccountId, isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionById,
  deleteSessionsOf,
  findPersonBySession,
  findSession,
  insertSession,
  listSessions,
  updateSessionSeen,
} from '#db/queries/sessions.ts'
import { hashToken, newToken } from './account-seal.server.ts'
import { type Change, type Context, change, newId, type System } from './context.server.ts'

/** A session's secret, to be kept in the reader's cookie; the database holds its hash alone. */
export type Session = { readonly token: string; readonly expiresAt: Date; readonly waiting: Waiting }

export type SessionStart = {
  readonly accountId: AccountId
  readonly waiting: Waiting
  /** As a session keeps it. */
  readonly browser: string
}

/** Begins a session inside a change; one that waits for its second step lasts for the time that takes. */
export const beginSession = async (
  context: Context,
  { tx }: Change,
  { accountId, waiting, browser }: SessionStart,
): Promise<Session> => {
  const token = newToken(context)
  const createdAt = context.clock()
  const minutes = waiting === null ? lifetimes.sessionHours * 60 : lifetimes.secondStepMinutes
  const expiresAt = minutesAfter(createdAt, minutes)
  await deleteExpiredSessions(tx, createdAt)
  await insertSession(tx, {
    id: newId(context),
    tokenHash: hashToken(token),
    accountId,
    createdAt,
    expiresAt,
    browser,
    waiting,
    lastSeenOn: dayOf(createdAt),
  })
  return { token, expiresAt, waiting }
}

/** A `User-Agent` header as a session keeps it: the family and the device, nothing that singles a person out. */
export const keptBrowser = (userAgent: string | null | undefined): string =>
  writeBrowser(browserOf(userAgent ?? null))

/** Ends the session of this token, whatever it waits for. */
export const signOut = async (context: Context, token: string): Promise<void> => {
  const tokenHash = hashToken(token)
  const session = await findSession(context.db, tokenHash, context.clock())
  if (!session) return
  await change(context, async ({ tx, record }) => {
    await deleteSession(tx, tokenHash)
    record({ kind: 'account.signed-out', username: session.username })
    return ok(null)
  })
}

/** Who holds this session token, or null; a session that waits for its second step holds nobody yet. */
export const findPerson = async (system: System, token: string): Promise<Person | null> => {
  const now = system.clock()
  const tokenHash = hashToken(token)
  const found = await findPersonBySession(system.db, tokenHash, now)
  if (!found) return null
  const today = dayOf(now)
  // The mark of a day and no deed of anybody's: it is written at most once a day and leaves no trace in the log.
  if (found.lastSeenOn !== today) await updateSessionSeen(system.db, tokenHash, today)
  return found.person
}

/** What this token's session waits for; `none` where there is no session. */
export const findWaiting = async (system: System, token: string): Promise<Waiting | 'none'> => {
  const session = await findSession(system.db, hashToken(token), system.clock())
  return session ? session.waiting : 'none'
}

/** A session as its owner recognises it. */
export type OwnSession = {
  readonly id: string
  readonly since: Date
  readonly lastSeenOn: Day
  readonly browser: Browser
  /** Whether it is the one that asks. */
  readonly here: boolean
}

/** The sessions of the person asking, the newest first. */
export const findOwnSessions = async (context: Context, token: string): Promise<readonly OwnSession[]> => {
  if (!context.person) return []
  const tokenHash = hashToken(token)
  const sessions = await listSessions(context.db, context.person.id, context.clock())
  return sessions.map(session => ({
    id: session.id,
    since: session.createdAt,
    lastSeenOn: (session.lastSeenOn ?? dayOf(session.createdAt)) as Day,
    browser: readBrowser(session.browser),
    here: session.tokenHash.equals(tokenHash),
  }))
}

/** Ends one session of the person asking. */
export const endSession = async (
  context: Context,
  id: string,
): Promise<Result<null, 'not-signed-in' | 'session-unknown'>> => {
  const { person } = context
  if (!person) return no('not-signed-in')
  if (!isUuid(id)) return no('session-unknown')
  return change<null, 'session-unknown'>(context, async ({ tx, record }) => {
    if (!(await deleteSessionById(tx, person.id, id))) return no('session-unknown')
    record({ kind: 'session.ended', username: person.username, sessions: 1 })
    return ok(null)
  })
}

/** Ends every session of the person asking but the one of this token. How many. */
export const endOtherSessions = async (
  context: Context,
  token: string,
): Promise<Result<number, 'not-signed-in'>> => {
  const { person } = context
  if (!person) return no('not-signed-in')
  return change(context, async ({ tx, record }) => {
    const sessions = await deleteSessionsOf(tx, person.id, hashToken(token))
    record({ kind: 'session.ended', username: person.username, sessions })
    return ok(sessions)
  })
}
