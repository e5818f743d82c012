import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeJointCounts } from '#app/services/joint-view.server.ts'

/** The counts of a joint round as the calculator reads them. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orRefusal(args.request, await makeJointCounts(await signedIn(args), args.params.id ?? '')))
