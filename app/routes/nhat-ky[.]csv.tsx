import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { readAuditQuestion } from '#app/http/audit-log.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { exportAuditLog } from '#app/services/audit-export.server.ts'

/** The lines that the page's filter finds, as a .csv file. */
export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { question } = readAuditQuestion(args.request)
  return sendPaper(orRefusal(args.request, await exportAuditLog(context, question)))
}
