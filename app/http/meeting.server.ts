import { createHash } from 'node:crypto'
import { type Cookie, createCookie } from '@remix-run/node'
import { z } from 'zod'

/** A meeting at which this device is passed round. */
export type MeetingPlace = { readonly campaignId: string; readonly villageId: string }

const shape = z.object({ campaignId: z.string(), villageId: z.string(), session: z.string() })

const cookieFor = (secure: boolean): Cookie =>
  createCookie('hop', { httpOnly: true, path: '/', sameSite: 'lax', secure })

/** A session by something that is not its token: a meeting ends with the session that it was started in. */
const markOf = (token: string): string => createHash('sha256').update(`meeting ${token}`).digest('base64url')

/** `Set-Cookie` that keeps whoever holds the device at this meeting, or lets them leave it (null). */
export const meetingCookie = (
  place: MeetingPlace | null,
  { token, secure }: { readonly token: string; readonly secure: boolean },
): Promise<string> =>
  place
    ? cookieFor(secure).serialize({ ...place, session: markOf(token) })
    : cookieFor(secure).serialize('', { maxAge: 0 })

/** The meeting that a device of this session is kept at, or null. */
export const readMeeting = async (request: Request, token: string): Promise<MeetingPlace | null> => {
  const read = shape.safeParse(await cookieFor(false).parse(request.headers.get('Cookie')))
  if (!read.success || read.data.session !== markOf(token)) return null
  const { campaignId, villageId } = read.data
  return { campaignId, villageId }
}

/** Where a meeting is found: the page on which the next household looks for itself. */
export const meetingPath = ({ campaignId, villageId }: MeetingPlace): string =>
  `/dot/${campaignId}/hop?${new URLSearchParams({ thon: villageId })}`

/** Whether this address belongs to the meeting. */
export const isAtMeeting = (request: Request, { campaignId }: MeetingPlace): boolean => {
  const { pathname } = new URL(request.url)
  const pages = `/dot/${campaignId}/hop`
  return pathname === pages || pathname.startsWith(`${pages}/`)
}
