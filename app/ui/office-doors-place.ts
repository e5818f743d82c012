import type { Channel } from '#app/ballot/ballot.ts'
import type { Outcome } from '#app/household/outcome.ts'

export type Door = {
  readonly slotId: string
  readonly number: string | null
  readonly name: string | null
  readonly channel: Channel | null
  readonly outcome: Outcome | null
}

/** Means by which somebody else hands a household's ballot in. */
export type Assisted = Exclude<Channel, 'self'>

/** Where the collector is: one village, by one means, perhaps looking for somebody. */
export type Place = {
  readonly campaignId: string
  readonly villageId: string
  readonly means: Assisted
  readonly search: string
  /** Only households that have not answered. */
  readonly waiting: boolean
  /** From 1. */
  readonly page: number
}

/** The address of a village's list; what is left out is as it was. */
export const doorsHref = (place: Place, changed: Partial<Place> = {}): string => {
  const { campaignId, villageId, means, search, waiting, page } = { ...place, ...changed }
  const query = new URLSearchParams({
    thon: villageId,
    cach: means,
    ...(search ? { tim: search } : {}),
    ...(waiting ? { con: '1' } : {}),
    ...(page > 1 ? { trang: String(page) } : {}),
  })
  return `/dot/${campaignId}/thu?${query}`
}
