import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makePlanPaper } from '#app/services/plan-paper.server.ts'

/** The plan of a campaign as a PDF file. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orRefusal(args.request, await makePlanPaper(await signedIn(args), args.params.id ?? '', 'pdf')))
