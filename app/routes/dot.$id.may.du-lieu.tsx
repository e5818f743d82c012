import type { LoaderFunctionArgs } from '@remix-run/node'
import { orJson, sendJson, signedInDevice } from '#app/http/devices.server.ts'
import { findDeviceVillage } from '#app/services/devices.server.ts'

/** Everything a device needs to collect in the village `?thon=…` without a network, as JSON. */
export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedInDevice(args)
  const villageId = new URL(args.request.url).searchParams.get('thon') ?? ''
  const place = { campaignId: args.params.id ?? '', villageId }
  return sendJson(orJson(args.request, await findDeviceVillage(context, place)))
}
