import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { type Deed, mayEver } from '#app/account/permission.ts'
import { type Person, roles } from '#app/account/person.ts'
import type { Context } from '#app/services/context.server.ts'
import { signedIn } from './access.server.ts'
import { problem } from './problems.server.ts'

/** Somebody signed in whose role has this deed somewhere; the services ask again at the place. */
export const requireDeed = async (
  args: LoaderFunctionArgs | ActionFunctionArgs,
  deed: Deed,
): Promise<Context & { readonly person: Person }> => {
  const context = await signedIn(args)
  return mayEver(context.person, deed) ? context : problem('forbidden')
}

const things = ['xa', 'thon', 'tai-khoan'] as const

/** What a redirect says has just been added, or null. */
export const readSaved = (request: Request): (typeof things)[number] | null => {
  const done = new URL(request.url).searchParams.get('xong')
  return things.find(thing => thing === done) ?? null
}

/** Shape of the form that makes an account; its areas are read apart. */
export const accountFormSchema = z.object({
  name: z.string().trim().normalize('NFC').min(1, 'name-missing').max(200, 'text-too-long'),
  username: z.string().max(200, 'text-too-long'),
  role: z.enum(roles, 'role-missing'),
  password: z.string().max(1000, 'text-too-long'),
})
