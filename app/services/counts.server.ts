import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import type { ContentCounts, UnitCounts } from '#app/tally/counts.ts'
import { byHandOf, withSheet } from '#app/tally/sheet.ts'
import { compute, type Inconsistent, type Results } from '#app/verdict/compute.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import type { CampaignRow } from '#db/queries/campaigns.ts'
import { listSheets, type SheetRow } from '#db/queries/sheets.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { listTally } from '#db/queries/tallies.ts'
import type { System } from './context.server.ts'

type Counted = {
  readonly villageId: string
  readonly content: number
  readonly option: keyof ContentCounts
  readonly ballots: number
}

const contentCounts = (tally: readonly Counted[], contents: number): readonly ContentCounts[] => {
  const of = (content: number, option: keyof ContentCounts): number =>
    tally.find(row => row.content === content && row.option === option)?.ballots ?? 0
  return Array.from({ length: contents }, (_, content) => ({
    satisfied: of(content, 'satisfied'),
    dissatisfied: of(content, 'dissatisfied'),
    blank: of(content, 'blank'),
  }))
}

const toUnit = (village: VillageRow, commune: string, contents: readonly ContentCounts[]): UnitCounts => ({
  name: village.name,
  commune,
  households: village.households,
  issued: village.issued,
  // What is mixed into the box: while collecting, the ballots that wait are as silent as households yet to answer.
  collected: village.counted,
  invalid: village.invalid,
  contents,
  anyDissatisfied: village.anyDissatisfied,
})

/** A village of which a part or all was counted by hand: how many ballots, how many sheets. */
export type HandCounted = { readonly name: string; readonly ballots: number; readonly byHand: number }

/** A campaign's counts village by village, as the calculator takes them, and which of them were counted by hand. */
export type Counts = {
  readonly units: readonly UnitCounts[]
  /** Ids of the units' villages, in their order. */
  readonly villageIds: readonly string[]
  readonly handCounted: readonly HandCounted[]
  readonly sheets: readonly SheetRow[]
}

/** Reads the counts of a campaign: the tally of its ballots, and its sheets. */
export const countsOf = async (system: System, campaign: CampaignRow, contents: number): Promise<Counts> => {
  const tally = await listTally(system.db, campaign.id)
  const villages = await listCampaignVillages(system.db, campaign.id)
  const sheets = await listSheets(system.db, campaign.id)
  const sheetOf = (village: VillageRow) => sheets.find(sheet => sheet.villageId === village.villageId)
  const units = villages.map(village => {
    const counted = tally.filter(row => row.villageId === village.villageId)
    const unit = toUnit(village, campaign.communeName, contentCounts(counted, contents))
    const sheet = sheetOf(village)
    return sheet ? withSheet(unit, sheet) : unit
  })
  const handCounted = villages.flatMap(village => {
    const sheet = sheetOf(village)
    return sheet ? [{ name: village.name, ballots: sheet.ballots, byHand: byHandOf(sheet) }] : []
  })
  return { units, villageIds: villages.map(({ villageId }) => villageId), handCounted, sheets }
}

/** The figures of a campaign as its frozen rules make them. */
export const computeCampaign = (frozen: Frozen, units: readonly UnitCounts[]): Results | Inconsistent =>
  compute({ rules: frozen.rules, contents: contentKeys(frozen.questionnaire), units })
