import { z } from 'zod'
import { addDays, type Day } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted, type State } from '#app/campaign/campaign.ts'
import shipped from './archive-period.json'

const periodSchema = z.object({
  days: z.number().int().positive(),
  status: z.enum(['confirmed', 'unconfirmed']),
  source: z.string().min(1),
  sourceDate: z.iso.date(),
})

/** How many days after closing the names behind a campaign are kept unless the cadre says otherwise, and on what ground. */
export type ArchivePeriod = Readonly<z.infer<typeof periodSchema>>

/** The period as shipped: data with its source, to be replaced when a rule on archives names another. */
export const archivePeriod: ArchivePeriod = periodSchema.parse(shipped)

/** The archive date (ngày lưu trữ) offered for a campaign closed on this day. */
export const usualArchiveDay = (closedOn: Day, period: ArchivePeriod = archivePeriod): Day =>
  addDays(closedOn, period.days)

/** Whether names may be kept until this day: the campaign is counted, its names are still there, and the day lies ahead. */
export const checkArchiveDay = (
  campaign: { readonly state: State; readonly archived: boolean },
  { archivedOn, today }: { readonly archivedOn: Day; readonly today: Day },
): Result<null, 'campaign-not-closed' | 'campaign-archived' | 'archive-day-past'> => {
  if (!isCounted(campaign.state)) return no('campaign-not-closed')
  if (campaign.archived) return no('campaign-archived')
  return archivedOn < today ? no('archive-day-past') : ok(null)
}

/** Whether names are to be cut today: they are kept on the archive date itself and gone the day after. */
export const isArchiveDue = (archivedOn: Day, today: Day): boolean => archivedOn < today
