import type { LoaderFunctionArgs } from '@remix-run/node'
import { systemOf } from '#app/http/access.server.ts'
import { sendOpenData } from '#app/http/open-data.server.ts'
import { orRefusal } from '#app/http/refusal.server.ts'
import { makeOpenData } from '#app/services/open-data.server.ts'

/** Open data of a counted round as text. */
export const loader = async ({ request, params, context }: LoaderFunctionArgs) =>
  sendOpenData(request, orRefusal(request, await makeOpenData(systemOf(context), params.id ?? '', 'csv')))
