import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { sendPaper } from '#app/http/paper.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makePoster } from '#app/services/papers-posting.server.ts'

/** The posting notice as a poster; `?kho=A3` for the larger sheet. */
export const loader = async (args: LoaderFunctionArgs) => {
  const size = new URL(args.request.url).searchParams.get('kho') === 'A3' ? 'A3' : 'A4'
  return sendPaper(
    orRefusal(args.request, await makePoster(await signedIn(args), args.params.id ?? '', size)),
  )
}
