import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeAllMinutes } from '#app/services/papers-minutes.server.ts'

/** The count minutes of all villages in one file. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orRefusal(args.request, await makeAllMinutes(await signedIn(args), args.params.id ?? '')))
