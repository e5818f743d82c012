import type { IncomingMessage, ServerResponse } from 'node:http'
import type { OpenDoor as OpenSlotDoor } from '#app/services/open-slots.server.ts'
import { type KeptPage, keepPage, sendKept } from './kept-page.server.ts'

/** What the form of an open slot depends on. */
type OpenDoor = Pick<OpenSlotDoor, 'campaignId' | 'version'> & {
  /** Tags of the further languages that the campaign froze. */
  readonly languages?: readonly string[]
}

export interface PageLaneOptions {
  /** The campaign whose form a code opens now, or null. */
  readonly findDoor: (code: string) => Promise<OpenDoor | null>
  /** Renders the form at this address for a reader with these cookies, as Remix does; null where that is no form. */
  readonly render: (path: string, cookies: string) => Promise<string | null>
  /** What every such page is sent with. */
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds. */
  readonly now?: () => number
}

/** The header by which a page says that it reads the same for every household of its campaign. */
export const sameForAll = 'X-Same-For-All'

/** Answers whether it took the request. */
export type Lane = (req: IncomingMessage, res: ServerResponse) => boolean | Promise<boolean>

/**
 * How long a code is taken to be as open as it was, and a page to read as it did. The form that is shown a moment too
 * long does no harm: what is sent with it is judged anew.
 */
const DOOR_MS = 2000
const PAGE_MS = 60_000
const MOST_DOORS = 20_000
const MOST_PAGES = 400

/** What changes a resident's page beside the campaign: language and text size, as cookies keep them. */
const LANGUAGE = /(?:^|;\s*)lang=([A-Za-z-]{1,11})(?=;|$)/
const LARGE = /(?:^|;\s*)co=to(?=;|$)/

interface Kept<T> {
  readonly value: T
  readonly until: number
}

/** Values that are good for a while; the oldest leaves first when there are too many. */
function memory<T>(most: number, now: () => number) {
  const kept = new Map<string, Kept<T>>()
  return {
    get: (key: string): T | undefined => {
      const found = kept.get(key)
      return found && found.until > now() ? found.value : undefined
    },
    set: (key: string, value: T, milliseconds: number): void => {
      kept.delete(key)
      kept.set(key, { value, until: now() + milliseconds })
      if (kept.size > most) kept.delete(kept.keys().next().value ?? '')
    },
    delete: (key: string): void => void kept.delete(key),
  }
}

/**
 * The resident's form from memory: rendered once for each campaign, version and reader's choices, because nothing in it
 * differs between households. Every other address, and every code that opens no form now, is left to Remix. A post is
 * not answered here, but ends what was known of its code: the page it leads back to must not be the form again.
 */
export function pageLane({ findDoor, render, headers, now = Date.now }: PageLaneOptions): Lane {
  const doors = memory<OpenDoor>(MOST_DOORS, now)
  const pages = memory<KeptPage>(MOST_PAGES, now)
  const making = new Map<string, Promise<KeptPage | null>>()

  const doorOf = async (code: string): Promise<OpenDoor | null> => {
    const door = await findDoor(code)
    if (door) doors.set(code, door, DOOR_MS)
    return door
  }

  /** Those who come while a page is being rendered wait for the same one. */
  const makePage = (key: string, path: string, choices: string): Promise<KeptPage | null> => {
    const under = making.get(key)
    if (under) return under
    const made = render(path, choices)
      .then(html => (html === null ? null : keepPage(html, headers)))
      .then(page => {
        if (page) pages.set(key, page, PAGE_MS)
        return page
      })
      .finally(() => making.delete(key))
    making.set(key, made)
    return made
  }

  const slowly = async (req: IncomingMessage, res: ServerResponse, code: string): Promise<boolean> => {
    const door = doors.get(code) ?? (await doorOf(code))
    if (!door) return false
    const choices = choicesOf(req.headers.cookie, door)
    const key = keyOf(door, choices)
    const page = pages.get(key) ?? (await makePage(key, `/p/${code}`, choices))
    if (page) sendKept(req, res, page)
    return page !== null
  }

  return (req, res) => {
    const code = codeOf(req)
    if (code === null) return false
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      doors.delete(code)
      return false
    }
    const door = doors.get(code)
    const page = door && pages.get(keyOf(door, choicesOf(req.headers.cookie, door)))
    if (!page) return slowly(req, res, code)
    sendKept(req, res, page)
    return true
  }
}

const keyOf = ({ campaignId, version }: OpenDoor, choices: string): string =>
  `${campaignId} ${version} ${choices}`

/** The code in the address of a resident's page that is asked for, or posted to, without anything else. */
function codeOf({ url = '' }: IncomingMessage): string | null {
  return /^\/p\/([0-9A-Za-z-]{10,16})$/.exec(url)?.[1] ?? null
}

/** Choices that the campaign knows, as cookies: whatever else a cookie says, the page is the Vietnamese one of usual size. */
function choicesOf(cookies: string | undefined, { languages = [] }: OpenDoor): string {
  if (cookies === undefined) return ''
  const tag = LANGUAGE.exec(cookies)?.[1] ?? 'vi'
  const language = tag === 'en' || languages.includes(tag) ? [`lang=${tag}`] : []
  return [...language, ...(LARGE.test(cookies) ? ['co=to'] : [])].join('; ')
}
