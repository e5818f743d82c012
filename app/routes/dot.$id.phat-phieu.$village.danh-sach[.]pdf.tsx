import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeCodePaper } from '#app/services/code-papers.server.ts'

/** A village's list of handing out, to be signed. */
export const loader = async (args: LoaderFunctionArgs) => {
  const place = { campaignId: args.params.id ?? '', villageId: args.params.village ?? '' }
  return sendPaper(
    orRefusal(
      args.request,
      await makeCodePaper(await signedIn(args), place, { kind: 'list', format: 'pdf' }),
    ),
  )
}
