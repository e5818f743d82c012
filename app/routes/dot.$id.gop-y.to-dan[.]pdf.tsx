import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeLetterboxNotice } from '#app/services/letters-desk.server.ts'

/** The letterbox's notice with its QR code. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orRefusal(args.request, await makeLetterboxNotice(await signedIn(args), args.params.id ?? '')))
