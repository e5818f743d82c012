import { languageNames } from '#app/basics/language.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isCounted } from '#app/campaign/campaign.ts'
import { countByLanguage } from '#db/queries/ballots.ts'
import { permitOnCommune } from './campaigns.server.ts'
import type { Context } from './context.server.ts'
import { frozenLanguages } from './languages-frozen.server.ts'

/** Ballots shown in one language; its name is null where it is not known: on paper, or where few of a village shared one. */
export type LanguageCount = { readonly name: string | null; readonly ballots: number }

/** Ballots of a closed campaign by the language they were shown in, for staff; none where all were Vietnamese or unknown. */
export const findLanguageCounts = async (
  context: Context,
  campaignId: string,
): Promise<Result<readonly LanguageCount[], 'campaign-unknown' | 'forbidden' | 'campaign-not-closed'>> => {
  const permitted = await permitOnCommune(context, 'results.read', campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  if (!isCounted(campaign.state)) return no('campaign-not-closed')
  const counted = await countByLanguage(context.db, campaign.id)
  if (counted.every(({ tag }) => tag === null || tag === 'vi')) return ok([])
  const further = new Map(
    (await frozenLanguages(context.db, campaign.id)).map(({ tag, name }) => [tag, name]),
  )
  const named: ReadonlyMap<string, string> = new Map([...further, ...Object.entries(languageNames)])
  return ok(
    counted.map(({ tag, ballots }) => ({ ballots, name: tag === null ? null : (named.get(tag) ?? tag) })),
  )
}
