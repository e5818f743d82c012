import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { exportTranslations } from '#app/services/languages-sheet.server.ts'

/** The translation sheet of a language, to be filled in and sent back. */
export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  return sendPaper(orRefusal(args.request, await exportTranslations(context, args.params.language ?? '')))
}
