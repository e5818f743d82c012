import type { LoaderFunctionArgs } from '@remix-run/node'
import { systemOf } from '#app/http/access.server.ts'
import { sendOpenData } from '#app/http/open-data.server.ts'
import { makePublicListFile } from '#app/services/public-list.server.ts'

/** Open data of all counted rounds, one a line. */
export const loader = async ({ request, context }: LoaderFunctionArgs) =>
  sendOpenData(request, await makePublicListFile(systemOf(context)))
