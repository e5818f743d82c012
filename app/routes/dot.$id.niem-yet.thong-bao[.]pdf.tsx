import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeNotice } from '#app/services/papers-posting.server.ts'

/** The posting notice as a PDF file. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orRefusal(args.request, await makeNotice(await signedIn(args), args.params.id ?? '', 'pdf')))
