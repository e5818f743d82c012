import type { LoaderFunctionArgs } from '@remix-run/node'
import type { PaperFormat } from '#app/services/paper-file.server.ts'
import { makeVerificationNote } from '#app/services/verification-desk.server.ts'
import { signedIn } from './access.server.ts'
import { sendPaper } from './paper.server.ts'
import { orRefusal } from './refusal.server.ts'

/** Sends the verification note of the asked version (`?ban=1`), else the last one. */
export const sendNote = async (args: LoaderFunctionArgs, format: PaperFormat): Promise<Response> => {
  const asked = new URL(args.request.url).searchParams.get('ban')
  const place = { campaignId: args.params.id ?? '', version: asked === null ? null : Number(asked) }
  return sendPaper(orRefusal(args.request, await makeVerificationNote(await signedIn(args), place, format)))
}
