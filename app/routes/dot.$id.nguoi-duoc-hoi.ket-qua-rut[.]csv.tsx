import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeDrawnList } from '#app/services/sample-files.server.ts'

/** Whom the draw chose, in the order of the lots, with the reserve and what was replaced. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orRefusal(args.request, await makeDrawnList(await signedIn(args), args.params.id ?? '')))
