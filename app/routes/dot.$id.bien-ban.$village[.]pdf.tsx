import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeMinutes } from '#app/services/papers-minutes.server.ts'

/** The count minutes of one village as a PDF file. */
export const loader = async (args: LoaderFunctionArgs) => {
  const place = { campaignId: args.params.id ?? '', villageId: args.params.village ?? '' }
  return sendPaper(orRefusal(args.request, await makeMinutes(await signedIn(args), place, 'pdf')))
}
