import { data, redirect } from '@remix-run/node'
import type { Context } from '#app/services/context.server.ts'
import { type PostingFault, postCampaign } from '#app/services/posting.server.ts'
import { postingSchema } from '#app/services/posting-form.server.ts'
import { type Fields, faultsOf } from './form.server.ts'
import { problem } from './problems.server.ts'

/** Where each fault of posting is mended; what stands nowhere ends on a page of its own. */
const fieldOf: { readonly [fault in PostingFault]?: string } = {
  'posting-start-early': 'startsOn',
  'posting-days-unreadable': 'days',
  'posting-document-missing': 'daysDocument',
  'posting-place-missing': 'places',
}

const villagePrefix = 'thon.'

const readPosting = ({ get, texts }: Fields) =>
  postingSchema.safeParse({
    startsOn: get('startsOn') ?? '',
    days: get('days') ?? '',
    daysDocument: get('daysDocument') ?? '',
    villageIds: Object.keys(texts)
      .filter(name => name.startsWith(villagePrefix))
      .map(name => name.slice(villagePrefix.length)),
    atCommune: get('atCommune'),
    byLoudspeaker: get('byLoudspeaker'),
    contact: get('contact') ?? '',
  })

/** Saves a posted form of posting: back to the page of posting, or the same form with its faults (422). */
export const savePosting = async (
  context: Context,
  { campaignId, done }: { readonly campaignId: string; readonly done: string },
  fields: Fields,
) => {
  const read = readPosting(fields)
  if (!read.success) return data({ typed: fields.texts, faults: faultsOf(read.error) }, 422)
  const posted = await postCampaign(context, campaignId, read.data)
  if (posted.ok) return redirect(`/dot/${campaignId}/niem-yet?xong=${done}`, 303)
  const field = fieldOf[posted.error]
  if (!field) return problem(posted.error)
  return data({ typed: fields.texts, faults: { [field]: posted.error } }, 422)
}
