import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeVerificationNote } from '#app/services/verification-desk.server.ts'

/** The verification note as a Word file; `?ban=1` for that of an earlier version. */
export const loader = async (args: LoaderFunctionArgs) => {
  const asked = new URL(args.request.url).searchParams.get('ban')
  const place = { campaignId: args.params.id ?? '', version: asked === null ? null : Number(asked) }
  return sendPaper(orRefusal(args.request, await makeVerificationNote(await signedIn(args), place)))
}
