import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { exportRegister } from '#app/services/register-export.server.ts'

/** The households that live in a commune as a .xlsx file that the import reads. */
export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const communeId = args.params.commune ?? ''
  return sendPaper(orRefusal(args.request, await exportRegister(context, { communeId, format: 'xlsx' })))
}
