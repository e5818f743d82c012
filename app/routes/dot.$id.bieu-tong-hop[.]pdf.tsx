import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makePaper } from '#app/services/papers.server.ts'

/** The tally of a closed campaign as a PDF file. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(
    orRefusal(args.request, await makePaper(await signedIn(args), args.params.id ?? '', 'tally', 'pdf')),
  )
