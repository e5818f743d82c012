import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { makePaper } from '#app/services/papers.server.ts'

/** The tally of a closed campaign as an Excel file. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orProblem(await makePaper(await signedIn(args), args.params.id ?? '', 'tally')))
