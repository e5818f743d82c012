import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { orJson, readJson, refuseJson, sendJson, signedInDevice } from '#app/http/devices.server.ts'
import { batchSchema, takeItems } from '#app/services/devices-items.server.ts'

/** There is nothing to read here. */
export const loader = ({ request }: LoaderFunctionArgs) => refuseJson(request, 'page-unknown')

/** Takes in what a device sends, at most fifty items at a time; every item gets its answer, signed once it is on disk. */
export const action = async (args: ActionFunctionArgs) => {
  const context = await signedInDevice(args)
  const { items } = await readJson(args.request, batchSchema)
  const results = orJson(args.request, await takeItems(context, args.params.id ?? '', items))
  return sendJson({ results })
}
