import { type Deed, may, mayEver } from '#app/account/permission.ts'
import { type Day, dayOf } from '#app/basics/day.ts'
import type { Paged } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { readWanted } from '#app/household/search.ts'
import type { Standing } from '#app/household/standing.ts'
import { countHouseholdsByVillage } from '#db/queries/households.ts'
import { type HouseholdSlot, listCollecting, listSlotsOfHousehold } from '#db/queries/households-changed.ts'
import {
  type HouseholdDetail,
  type HouseholdRow,
  listHouseholds,
  listRegisters,
  type RegisterRow,
} from '#db/queries/households-listed.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import {
  type HouseholdPlace,
  knownHousehold,
  type OnRegister,
  permitOnRegister,
  type RegisterRefusal,
} from './register-place.server.ts'

/** Rows of the register on one page. */
export const registerPageSize = 50

/** The registers inside the areas of the person asking. */
export const findRegisters = async (
  context: Context,
): Promise<Result<readonly RegisterRow[], 'forbidden'>> => {
  const { person } = context
  if (!person || !mayEver(person, 'register.read')) return no('forbidden')
  return ok(await listRegisters(context.db, person.areas))
}

/** What is looked for in a register; empty and null mean everything. */
export type RegisterQuestion = {
  readonly communeId: string
  readonly search: string
  readonly villageId: string | null
  readonly standing: Standing | null
  /** From 1. */
  readonly page: number
}

export type CollectingCampaign = { readonly id: string; readonly name: string }

/** A page of a register, with what frames it. */
export type RegisterList = {
  readonly commune: { readonly id: string; readonly name: string }
  readonly villages: readonly {
    readonly villageId: string
    readonly name: string
    readonly households: number
  }[]
  readonly households: Paged<HouseholdRow>
  /** What of `register.edit` and `register.import` the reader may do here. */
  readonly deeds: readonly Deed[]
  /** Campaigns that froze their households and do not follow the register any more. */
  readonly collecting: readonly CollectingCampaign[]
}

const offered: readonly Deed[] = ['register.edit', 'register.import']

const deedsOf = ({ person, commune }: OnRegister): readonly Deed[] =>
  offered.filter(deed => may(person, deed, commune.path))

/** The households of a commune that answer the question, one page of them. */
export const findRegisterList = async (
  context: Context,
  question: RegisterQuestion,
): Promise<Result<RegisterList, RegisterRefusal>> => {
  const permitted = await permitOnRegister(context, 'register.read', question.communeId)
  if (!permitted.ok) return permitted
  const { commune } = permitted.value
  const { search, villageId, standing, page } = question
  const villages = await countHouseholdsByVillage(context.db, commune.id)
  const villageIds = villages.map(one => one.villageId).filter(id => villageId === null || id === villageId)
  const filter = { villageIds, standing, wanted: readWanted(search) }
  return ok({
    commune: { id: commune.id, name: commune.name },
    villages,
    households: await listHouseholds(context.db, filter, { page, size: registerPageSize }),
    deeds: deedsOf(permitted.value),
    collecting: await listCollecting(context.db, commune.id),
  })
}

/** Everything kept of one household. */
export type HouseholdFile = {
  readonly commune: { readonly id: string; readonly name: string }
  readonly household: HouseholdDetail
  /** Its slots by campaign, never answers; null for who may not see participation. */
  readonly slots: readonly HouseholdSlot[] | null
  readonly villages: readonly { readonly villageId: string; readonly name: string }[]
  readonly deeds: readonly Deed[]
  readonly running: readonly CollectingCampaign[]
  readonly today: Day
}

/** What is kept of a household: the answer to its own question, and where it is changed from. */
export const findHouseholdFile = async (
  context: Context,
  place: HouseholdPlace,
): Promise<Result<HouseholdFile, RegisterRefusal | 'household-unknown'>> => {
  const permitted = await permitOnRegister(context, 'register.read', place.communeId)
  if (!permitted.ok) return permitted
  const { commune, person } = permitted.value
  const household = await knownHousehold(context.db, place)
  if (!household.ok) return household
  const slots = await listSlotsOfHousehold(context.db, household.value.id)
  const running = slots.filter(slot => slot.state === 'collecting')
  return ok({
    commune: { id: commune.id, name: commune.name },
    household: household.value,
    slots: may(person, 'campaign.watch', commune.path) ? slots : null,
    villages: await countHouseholdsByVillage(context.db, commune.id),
    deeds: deedsOf(permitted.value),
    running: running.map(({ campaignId, campaignName }) => ({ id: campaignId, name: campaignName })),
    today: dayOf(context.clock()),
  })
}

/** The register that a campaign asks from, for whoever may take a file into it. */
export const findRegisterOf = async (
  context: Context,
  campaignId: string,
): Promise<
  Result<{ readonly communeId: string; readonly campaignId: string }, 'campaign-unknown' | 'forbidden'>
> => {
  const permitted = await permitOnCommune(context, 'register.import', campaignId)
  if (!permitted.ok) return permitted
  const { id, communeId } = permitted.value.campaign
  return ok({ communeId, campaignId: id })
}
