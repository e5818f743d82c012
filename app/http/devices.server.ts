import type { AppLoadContext } from '@remix-run/node'
import type { z } from 'zod'
import type { Person } from '#app/account/person.ts'
import type { Result } from '#app/basics/result.ts'
import { isKey, translator } from '#app/i18n/translate.ts'
import type { Context } from '#app/services/context.server.ts'
import { contextOf, meetingOf } from './access.server.ts'
import { requestLanguage } from './language.server.ts'
import { statusOf } from './problems.server.ts'

type Arguments = { readonly request: Request; readonly context: AppLoadContext }

/** An answer to a program, kept by no cache. */
export const sendJson = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })

/** Ends the request with `{ error, message }`: the code for the program, the words for whoever looks at it. */
export const refuseJson = (request: Request, code: string): never => {
  const t = translator(requestLanguage(request))
  const key = `problem.${code}`
  throw sendJson({ error: code, message: t(isKey(key) ? key : 'problem.field-unreadable') }, statusOf(code))
}

/** The value of a result, or its refusal as JSON: `orProblem` for programs. */
export const orJson = <T, E extends string>(request: Request, result: Result<T, E>): T =>
  result.ok ? result.value : refuseJson(request, result.error)

/**
 * Somebody signed in; a device whose session ended is told so and keeps what it has. One that is passed round at a meeting
 * may send what it holds, and reads no list of households.
 */
export const signedInDevice = async (args: Arguments): Promise<Context & { readonly person: Person }> => {
  const context = await contextOf(args)
  if (!context.person) return refuseJson(args.request, 'session-ended')
  if (args.request.method === 'GET' && (await meetingOf(args)))
    return refuseJson(args.request, 'meeting-running')
  return { ...context, person: context.person }
}

/** A posted JSON body of this shape. */
export const readJson = async <S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> => {
  const read = schema.safeParse(await request.json().catch(() => null))
  return read.success ? read.data : refuseJson(request, 'batch-unreadable')
}
