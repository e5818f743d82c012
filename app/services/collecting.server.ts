import { liesWithin } from '#app/account/area.ts'
import { may } from '#app/account/permission.ts'
import type { Person } from '#app/account/person.ts'
import { type Paged, paged } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { askedOf } from '#app/household/asked.ts'
import { readWanted } from '#app/household/search.ts'
import { listAssigned } from '#db/queries/assignments.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { type DoorRow, findNextDoor, listDoors, type NextDoor } from '#db/queries/doors.ts'
import { countDoubles } from '#db/queries/doubles.ts'
import { listSheetVillages } from '#db/queries/sheets.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { permitOnCampaign } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { permitOnVillage, type VillageFault } from './slots.server.ts'

/** A village in which the person asking may collect; those they look after come first. */
export type CollectingVillage = Pick<VillageRow, 'villageId' | 'name' | 'collected'> & {
  /** Households that can answer: all, or those drawn. */
  readonly asked: number
  readonly assigned: boolean
}

export type CollectingFault = 'campaign-unknown' | 'forbidden' | 'campaign-not-collecting'

export type CollectingVillages = {
  readonly campaign: CampaignRow
  readonly person: Person
  readonly villages: readonly CollectingVillage[]
  /** Households met twice that nobody has looked at; null for whoever does not run the round. */
  readonly doubles: number | null
}

/** Villages counted by hand take no ballots of single households: they are not among those to collect in. */
const villagesOf = async (
  context: Context,
  campaign: CampaignRow,
  person: Person,
): Promise<readonly CollectingVillage[]> => {
  const byHand = await listSheetVillages(context.db, campaign.id)
  const assigned = await listAssigned(context.db, campaign.id, person.id)
  const villages = (await listCampaignVillages(context.db, campaign.id))
    .filter(({ villageId }) => !byHand.has(villageId))
    .filter(({ path }) => person.areas.some(area => liesWithin(path, area)))
    .map(({ villageId, name, collected, ...counts }) => {
      return { villageId, name, asked: askedOf(counts), collected, assigned: assigned.has(villageId) }
    })
  return [...villages.filter(one => one.assigned), ...villages.filter(one => !one.assigned)]
}

/** The villages of a collecting campaign to choose from. */
export const findCollectingVillages = async (
  context: Context,
  campaignId: string,
): Promise<Result<CollectingVillages, CollectingFault>> => {
  const permitted = await permitOnCampaign(context, 'ballot.enter', campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  if (campaign.state !== 'collecting') return no('campaign-not-collecting')
  const runs = may(person, 'collector.assign', campaign.communePath)
  const doubles = runs ? await countDoubles(context.db, campaign.id) : null
  return ok({ campaign, person, villages: await villagesOf(context, campaign, person), doubles })
}

/** Households on one page of a village's list. */
export const doorsPerPage = 50

export type DoorsAsked = {
  readonly campaignId: string
  readonly villageId: string
  /** Words of a name or a number, as typed. */
  readonly search: string
  /** Only households that have not answered. */
  readonly waiting: boolean
  /** From 1. */
  readonly page: number
}

export type VillageDoors = {
  readonly campaign: CampaignRow
  readonly village: VillageRow
  readonly doors: Paged<DoorRow>
}

export type DoorsFault = VillageFault | 'village-counted-by-hand'

/** A village to collect in: in the area of the person asking, and not counted by hand. */
export const permitCollecting = async (
  context: Context,
  place: { readonly campaignId: string; readonly villageId: string },
): Promise<Result<{ readonly campaign: CampaignRow; readonly village: VillageRow }, DoorsFault>> => {
  const permitted = await permitOnVillage(context, 'ballot.enter', place)
  if (!permitted.ok) return permitted
  const byHand = await listSheetVillages(context.db, permitted.value.campaign.id)
  return byHand.has(place.villageId) ? no('village-counted-by-hand') : permitted
}

/** A page of the households of one village. A search in which nothing can be looked for finds nothing. */
export const findVillageDoors = async (
  context: Context,
  { search, waiting, page, ...place }: DoorsAsked,
): Promise<Result<VillageDoors, DoorsFault>> => {
  const permitted = await permitCollecting(context, place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  const wanted = readWanted(search)
  const slice = { page, size: doorsPerPage }
  if (search !== '' && wanted === null) return ok({ campaign, village, doors: paged([], 0, slice) })
  const filter = { campaignId: campaign.id, villageId: village.villageId, wanted, waiting }
  return ok({ campaign, village, doors: await listDoors(context.db, filter, slice) })
}

/** The household to visit next and the page of the list on which it stands. */
export type Next = Pick<NextDoor, 'slotId' | 'number' | 'name'> & { readonly page: number }

/** The household after this one that is silent without a reason, or null after the last of the village. */
export const findNext = async (
  context: Context,
  {
    campaignId,
    ...place
  }: {
    readonly campaignId: string
    readonly villageId: string
    readonly slotId: string
    readonly waiting: boolean
  },
): Promise<Result<Next | null, DoorsFault>> => {
  const permitted = await permitCollecting(context, { campaignId, villageId: place.villageId })
  if (!permitted.ok) return permitted
  const next = await findNextDoor(context.db, { ...place, campaignId: permitted.value.campaign.id })
  if (!next) return ok(null)
  const { slotId, number, name, before, silentBefore } = next
  const rank = place.waiting ? silentBefore : before
  return ok({ slotId, number, name, page: Math.floor(Number(rank) / doorsPerPage) + 1 })
}
