import type { LoaderFunctionArgs } from '@remix-run/node'
import { orJson, sendJson, signedInDevice } from '#app/http/devices.server.ts'
import { findCollectingVillages } from '#app/services/collecting.server.ts'

/** The villages in which the person asking may collect, as JSON; those they look after first. */
export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedInDevice(args)
  const found = orJson(args.request, await findCollectingVillages(context, args.params.id ?? ''))
  const villages = found.villages.map(({ villageId, ...village }) => ({ id: villageId, ...village }))
  return sendJson({ villages })
}
