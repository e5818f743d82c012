import type { LoaderFunctionArgs } from '@remix-run/node'
import type { BatchDesk, BatchPlace } from '#app/services/batches.server.ts'
import type { Fields } from './form.server.ts'

/** The batch that an address names. */
export const batchPlace = ({ params }: Pick<LoaderFunctionArgs, 'params'>): BatchPlace => ({
  campaignId: params.id ?? '',
  batchId: params.batch ?? '',
})

/** The number of a sheet, as an address or a form gives it; null where it gives none, 0 for what is no number. */
export const readSheetNumber = (raw: string | null): number | null => {
  if (raw === null || raw.trim() === '') return null
  return /^\d{1,4}$/.test(raw.trim()) ? Number(raw) : 0
}

/** The campaign and the batch as pages show them. */
export const shownDesk = ({ campaign, batch }: Pick<BatchDesk, 'campaign' | 'batch'>) => ({
  campaign: { id: campaign.id, name: campaign.name, state: campaign.state },
  batch,
})

const idsOf = (fields: Fields, prefix: string): readonly string[] =>
  Object.keys(fields.texts).flatMap(name => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))

/** Which households a page showed (`co.<slot>`), and which of them are ticked (`ho.<slot>`). */
export const readTicks = (fields: Fields) => ({ shown: idsOf(fields, 'co.'), ticked: idsOf(fields, 'ho.') })
