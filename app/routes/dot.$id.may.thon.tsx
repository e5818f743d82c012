import type { LoaderFunctionArgs } from '@remix-run/node'
import { orJson, sendJson, signedInDevice } from '#app/http/devices.server.ts'
import { findCollectingVillages } from '#app/services/collecting.server.ts'

/**
 * The villages in which the person asking may collect, as JSON; those they look after first. `households` are those that can
 * answer, under the name that pages kept on devices read.
 */
export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedInDevice(args)
  const found = orJson(args.request, await findCollectingVillages(context, args.params.id ?? ''))
  const villages = found.villages.map(({ villageId, asked, ...village }) => ({
    ...{ id: villageId, households: asked },
    ...village,
  }))
  return sendJson({ villages })
}
