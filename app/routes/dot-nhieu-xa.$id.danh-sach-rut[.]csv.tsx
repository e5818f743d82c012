import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { findJointListFile } from '#app/services/joint-view.server.ts'

/** The list of households from which a joint round draws. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orRefusal(args.request, await findJointListFile(await signedIn(args), args.params.id ?? '')))
