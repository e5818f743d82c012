import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLetterSize } from '#app/dossier/invitation.ts'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeCodePaper } from '#app/services/code-papers.server.ts'

/** Letters to a village's households, one a page. */
export const loader = async (args: LoaderFunctionArgs) => {
  const place = { campaignId: args.params.id ?? '', villageId: args.params.village ?? '' }
  const size = readLetterSize(new URL(args.request.url).searchParams.get('kho'))
  return sendPaper(
    orRefusal(args.request, await makeCodePaper(await signedIn(args), place, { kind: 'letters', size })),
  )
}
