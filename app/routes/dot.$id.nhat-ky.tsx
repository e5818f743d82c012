import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { isUuid } from '#app/basics/ids.ts'
import { problem } from '#app/http/problems.server.ts'

/** The log of one campaign is the log asked for that campaign. */
export const loader = ({ params: { id = '' } }: LoaderFunctionArgs) =>
  isUuid(id) ? redirect(`/nhat-ky?dot=${id}`, 302) : problem('campaign-unknown')

/** Remix shows the frame's own error page only for a route with a page. */
export default function ToAuditLog() {
  return null
}
