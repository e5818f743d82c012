import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendLongFile } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeWholeSet } from '#app/services/dossier-set.server.ts'

/** Everything that stands in a dossier, in one file that is made as it is taken. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendLongFile(orRefusal(args.request, await makeWholeSet(await signedIn(args), args.params.id ?? '')))
