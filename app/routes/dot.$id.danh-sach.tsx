import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { findRegisterOf } from '#app/services/register-list.server.ts'

/** The register is the commune's, not the campaign's: the address of old leads to where a file is taken in, and back again. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { communeId, campaignId } = orProblem(
    await findRegisterOf(await signedIn(args), args.params.id ?? ''),
  )
  return redirect(`/ho/${communeId}/nhap?dot=${campaignId}`, 302)
}

/** Remix shows the frame's own error page only for a route with a page. */
export default function ToRegister() {
  return null
}
