import type { LoaderFunctionArgs } from '@remix-run/node'
import { readSlipsPerPage } from '#app/dossier/code-slips.ts'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeCodePaper } from '#app/services/code-papers.server.ts'

/** Slips with a village's codes, as many a page as asked for. */
export const loader = async (args: LoaderFunctionArgs) => {
  const place = { campaignId: args.params.id ?? '', villageId: args.params.village ?? '' }
  const perPage = readSlipsPerPage(new URL(args.request.url).searchParams.get('moi-trang'))
  return sendPaper(
    orRefusal(args.request, await makeCodePaper(await signedIn(args), place, { kind: 'slips', perPage })),
  )
}
