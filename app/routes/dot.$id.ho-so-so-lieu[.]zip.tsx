import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makePack } from '#app/services/packing.server.ts'

/** The evidence pack of a counted campaign. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orRefusal(args.request, await makePack(await signedIn(args), args.params.id ?? '')))
