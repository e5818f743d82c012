import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { readScan } from '#app/services/minutes-signing.server.ts'

/** The scan of signed minutes as it was sent, always as a download. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { id = '', village = '', signing = '' } = args.params
  const place = { campaignId: id, villageId: village, signingId: signing }
  return sendPaper(orRefusal(args.request, await readScan(await signedIn(args), place)))
}
