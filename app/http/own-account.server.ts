import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { Person } from '#app/account/person.ts'
import type { Context } from '#app/services/context.server.ts'
import { sessionToken, signedIn } from './access.server.ts'

/** Somebody signed in, with the token of the session that asks. */
export const signedInWithToken = async (
  args: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<{ readonly context: Context & { readonly person: Person }; readonly token: string }> => {
  const context = await signedIn(args)
  return { context, token: (await sessionToken(args)) ?? '' }
}

const things = ['mat-khau', 'phien', 'phien-khac'] as const

/** What a redirect says has just been done to the own account, or null. */
export const readOwnDone = (request: Request): (typeof things)[number] | null => {
  const done = new URL(request.url).searchParams.get('xong')
  return things.find(thing => thing === done) ?? null
}
