import type { Ballot, Channel } from '#app/ballot/ballot.ts'
import type { AccountId, CampaignId, SlotId } from '#app/basics/ids.ts'

/** A ballot on its way into a slot. */
export type Submission = {
  readonly campaignId: CampaignId
  readonly slotId: SlotId
  readonly villageId: string
  readonly channel: Channel
  readonly collector: AccountId | null
  readonly ballot: Ballot
  /** The household means to answer again: at closing this ballot takes the place of the earlier one. */
  readonly again?: boolean
  /** By what the device that sends it finds its answer again. */
  readonly itemHash?: Buffer
}
