import type { AppLoadContext } from '@remix-run/node'
import { action as signIn } from '#app/routes/dang-nhap.tsx'
import { loader as offer, action as setUp } from '#app/routes/dang-nhap_.cai-dat.tsx'
import { createAccount } from '#app/services/accounts.server.ts'
import { phoneCode } from './second-step.ts'
import type { World } from './world.ts'

const base = 'http://localhost:3000'
const password = 'mot cau ngan de nho'

export type Answered = {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

type Asked = {
  /** Who asks, by a short name; nobody unless said. */
  readonly as?: string
  readonly form?: Readonly<Record<string, string>>
  /** Posted as JSON, as a program would. */
  readonly json?: unknown
  /** Posted as a form with files. */
  readonly upload?: FormData
  readonly params?: Readonly<Record<string, string>>
  /** A further cookie that the browser has been given, `name=value`. */
  readonly kept?: string
}

type Handler = (args: {
  readonly request: Request
  readonly context: AppLoadContext
  readonly params: Readonly<Record<string, string>>
}) => unknown

const bodyOf = async (answer: Response): Promise<unknown> =>
  answer.headers.get('Content-Type')?.startsWith('application/json') ? answer.json() : null

/** Redirects, JSON, `data()` and plain values alike: status, headers, body. */
const read = async (answer: unknown): Promise<Answered> => {
  if (answer instanceof Error) throw answer
  if (answer instanceof Response)
    return { status: answer.status, headers: answer.headers, body: await bodyOf(answer) }
  const wrapped = answer as {
    init?: { status?: number; headers?: HeadersInit } | null
    data?: unknown
    type?: string
  } | null
  if (wrapped?.type !== 'DataWithResponseInit') return { status: 200, headers: new Headers(), body: answer }
  const { status = 200, headers } = wrapped.init ?? {}
  return { status, headers: new Headers(headers), body: wrapped.data }
}

/** Accounts to ask routes with: a cadre of each commune, a collector of Đồi Chè, the provincial Front. */
const makeAccounts = async (world: World): Promise<void> => {
  const admin = world.as(world.people.admin)
  const make = (username: string, role: 'commune-cadre' | 'collector' | 'province-front', areaId: string) =>
    createAccount(admin, { username, password, name: username, role, areaIds: [areaId] })
  await make('lan.cb', 'commune-cadre', '99001')
  await make('minh.cb', 'commune-cadre', '99002')
  await make('tam.cb', 'collector', '99001-Đồi Chè')
  await make('tinh.cb', 'province-front', '99')
}

/** Asks a route as the server would; a thrown answer is an answer. */
export const asker = async (world: World) => {
  await makeAccounts(world)
  const cookies = new Map<string, string>()
  const send = async (
    handler: unknown,
    path: string,
    { form, json, upload, params = {}, kept, cookie = '' }: Asked & { readonly cookie?: string },
  ) => {
    const body = json === undefined ? (upload ?? (form && new URLSearchParams(form))) : JSON.stringify(json)
    const post = body === undefined ? {} : { method: 'POST', body }
    const request = new Request(base + path, {
      ...post,
      headers: { Cookie: [cookie, kept].filter(Boolean).join('; ') },
    })
    try {
      return await read(await (handler as Handler)({ request, params, context: { system: world.system } }))
    } catch (thrown) {
      return read(thrown)
    }
  }
  /** The cookie of a whole session: a role that needs a second step sets one up on the way. */
  const throughSecondStep = async (signed: Headers): Promise<string> => {
    const cookie = signed.get('Set-Cookie')?.split(';')[0] ?? ''
    if (signed.get('Location')?.split('?')[0] !== '/dang-nhap/cai-dat') return cookie
    const { body } = await send(offer, '/dang-nhap/cai-dat', { cookie })
    const { secret } = (body as { readonly offer: { readonly secret: string } }).offer
    const form = { code: phoneCode(secret, world.time.now) }
    const { headers } = await send(setUp, '/dang-nhap/cai-dat', { cookie, form })
    return headers.get('Set-Cookie')?.split(';')[0] ?? ''
  }
  const cookieOf = async (name: string): Promise<string> => {
    const known = cookies.get(name)
    if (known !== undefined) return known
    const form = { username: `${name}.cb`, password }
    const { headers } = await send(signIn, '/dang-nhap', { form })
    const cookie = await throughSecondStep(headers)
    cookies.set(name, cookie)
    return cookie
  }
  return async (handler: unknown, path: string, asked: Asked = {}): Promise<Answered> =>
    send(handler, path, { ...asked, ...(asked.as ? { cookie: await cookieOf(asked.as) } : {}) })
}
