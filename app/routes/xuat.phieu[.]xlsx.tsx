import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { readExportQuestion } from '#app/http/exports.server.ts'
import { sendLongFile } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { exportBallots } from '#app/services/exports.server.ts'

/** The ballots of counted rounds, as they are read. */
export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { question } = readExportQuestion(args.request)
  return sendLongFile(orRefusal(args.request, await exportBallots(context, question, 'xlsx')))
}
