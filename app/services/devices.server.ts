import type { Day } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { type DoorRow, listVillageDoors } from '#db/queries/doors.ts'
import { keyFault } from './campaigns.server.ts'
import { type DoorsFault, permitCollecting } from './collecting.server.ts'
import type { Context } from './context.server.ts'
import { type DevicePoints, devicePoints } from './device-seal.server.ts'
import { frozenOf } from './frozen.server.ts'

/** What a device needs to collect in one village without a network. */
export type DeviceVillage = DevicePoints & {
  readonly campaign: {
    readonly id: string
    readonly name: string
    readonly title: Title
    readonly startsOn: Day
    readonly endsOn: Day
  }
  readonly collector: { readonly id: string; readonly name: string }
  readonly village: { readonly id: string; readonly name: string }
  readonly questionnaire: Questionnaire
  readonly doors: readonly (Pick<DoorRow, 'slotId' | 'number' | 'name' | 'channel' | 'outcome'> & {
    /** The name without accents, for looking it up. */
    readonly key: string
  })[]
  /** When the list was taken: an instant in UTC, ISO 8601. */
  readonly at: string
}

const toDeviceDoor = ({ searchKey, ...door }: DoorRow): DeviceVillage['doors'][number] => ({
  ...door,
  key: searchKey ?? '',
})

/** The households of a village with the questionnaire and the campaign's public keys. */
export const findDeviceVillage = async (
  context: Context,
  place: { readonly campaignId: string; readonly villageId: string },
): Promise<Result<DeviceVillage, DoorsFault>> => {
  const permitted = await permitCollecting(context, place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  const key = context.keys.find(campaign.id)
  if (!key) return { ok: false, error: await keyFault(context, campaign.id) }
  const { id, name, title, startsOn, endsOn } = campaign
  const doors = await listVillageDoors(context.db, { campaignId: id, villageId: village.villageId })
  return ok({
    campaign: { id, name, title, startsOn, endsOn },
    collector: { id: context.person?.id ?? '', name: context.person?.name ?? '' },
    village: { id: village.villageId, name: village.name },
    questionnaire: (await frozenOf(context.db, id)).questionnaire,
    doors: doors.map(toDeviceDoor),
    ...devicePoints(key),
    at: context.clock().toISOString(),
  })
}
