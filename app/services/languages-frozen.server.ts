import type { Kysely } from 'kysely'
import type { CampaignId } from '#app/basics/ids.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { isInterfaceLanguage, overlay, type SpokenLanguage } from '#app/questionnaire/spoken.ts'
import { insertCampaignLanguages, listCampaignLanguages, listLanguages } from '#db/queries/languages.ts'
import type { Database } from '#db/schema.ts'
import type { Change, System } from './context.server.ts'

/** Frozen languages never change, so each campaign's are read once. */
const read = new WeakMap<Kysely<Database>, Map<CampaignId, readonly SpokenLanguage[]>>()

/** The further languages in which a campaign's questionnaire is put, as they were at opening. */
export const frozenLanguages = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly SpokenLanguage[]> => {
  const cache = read.get(db) ?? new Map<CampaignId, readonly SpokenLanguage[]>()
  read.set(db, cache)
  const known = cache.get(campaignId)
  if (known) return known
  const languages = await listCampaignLanguages(db, campaignId)
  cache.set(campaignId, languages)
  return languages
}

/** Tags of a campaign's further languages. */
export const frozenTags = async (system: System, campaignId: CampaignId): Promise<readonly string[]> =>
  (await frozenLanguages(system.db, campaignId)).map(language => language.tag)

/** What a household may choose from beside the interface's languages, and what it has chosen. */
export type Spoken = {
  readonly offered: readonly Pick<SpokenLanguage, 'tag' | 'name'>[]
  /** Texts and recordings of the language asked for; null where the campaign has none of it. */
  readonly chosen: SpokenLanguage | null
}

/** The languages of a campaign for somebody who asks for this one. */
export const findSpoken = async (system: System, campaignId: CampaignId, tag: string): Promise<Spoken> => {
  const all = await frozenLanguages(system.db, campaignId)
  return {
    offered: all.filter(one => !isInterfaceLanguage(one.tag)).map(one => ({ tag: one.tag, name: one.name })),
    chosen: all.find(one => one.tag === tag) ?? null,
  }
}

type Opening = {
  readonly campaignId: CampaignId
  readonly communePath: string
  readonly questionnaire: Pick<Questionnaire, 'id' | 'version'>
}

/** Copies the province's languages, and the commune's over them, into a campaign that is opened (invariant 5). */
export const freezeLanguages = async (
  { tx, record }: Change,
  { campaignId, communePath, questionnaire }: Opening,
): Promise<void> => {
  const rows = await listLanguages(tx, communePath.split('/'), questionnaire)
  const bare = (own: boolean): readonly SpokenLanguage[] =>
    rows
      .filter(row => (row.areaPath === communePath) === own)
      .map(({ tag, name, lines, clips }) => ({ tag, name, lines, clips }))
  const languages = overlay(bare(false), bare(true))
  if (languages.length === 0) return
  await insertCampaignLanguages(tx, campaignId, languages)
  const tags = languages.map(language => language.tag).join(', ')
  record({ kind: 'language.frozen', languages: tags }, { campaignId })
}
