import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeSampleList } from '#app/services/sample-files.server.ts'

/** The published list from which a campaign draws, as the drawing command reads it. */
export const loader = async (args: LoaderFunctionArgs) =>
  sendPaper(orRefusal(args.request, await makeSampleList(await signedIn(args), args.params.id ?? '')))
