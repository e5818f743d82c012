import type { Area } from '#app/account/area.ts'
import { mayEver } from '#app/account/permission.ts'
import { dayOf } from '#app/basics/day.ts'
import { type Paged, paged, type Slice } from '#app/basics/paging.ts'
import { standings, type VerificationStanding } from '#app/dossier/verification.ts'
import { searchKeyOf } from '#app/household/search.ts'
import { listAreasWithin } from '#db/queries/areas.ts'
import { countQueue, listQueue, type QueueRow } from '#db/queries/verification-queue.ts'
import type { Context } from './context.server.ts'

/** What is asked of the queue; null for everything. */
export type QueueQuestion = {
  readonly search: string
  readonly standing: VerificationStanding | null
  readonly communeId: string | null
  readonly overdue: boolean
  readonly slice: Slice
}

/** Dossiers in the areas of the person asking, and the communes there. */
export type Queue = {
  readonly dossiers: Paged<QueueRow>
  readonly communes: readonly Area[]
  readonly today: string
}

/** A page of the dossiers that somebody may verify; nothing for whoever verifies nowhere. */
export const findQueue = async (
  context: Context,
  { search, standing, communeId, overdue, slice }: QueueQuestion,
): Promise<Queue> => {
  const today = dayOf(context.clock())
  const scope = context.person && mayEver(context.person, 'verification.work') ? context.person.areas : []
  const filter = {
    ...{ scope, communeId, overdueOn: overdue ? today : null },
    standings: standing === null ? standings : [standing],
    words: searchKeyOf(search).split(' ').filter(Boolean),
  }
  const [rows, total] = [await listQueue(context.db, filter, slice), await countQueue(context.db, filter)]
  return {
    dossiers: paged(rows, total, slice),
    communes: await listAreasWithin(context.db, 'commune', scope),
    today,
  }
}
