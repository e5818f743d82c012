import type { Kysely, Transaction } from 'kysely'
import type { AreaPath } from '#app/account/area.ts'
import type { CampaignId } from '#app/basics/ids.ts'
import { clipsSchema, type Line, linesSchema, type SpokenLanguage } from '#app/questionnaire/spoken.ts'
import type { Database } from '../schema.ts'

/** A further language of a questionnaire, and whose it is. */
export type LanguageRow = SpokenLanguage & {
  readonly id: string
  readonly areaId: string
  readonly areaName: string
  readonly areaPath: AreaPath
  readonly questionnaireId: string
  readonly questionnaireVersion: number
}

const languageRows = (db: Kysely<Database>) =>
  db
    .selectFrom('spoken_language')
    .innerJoin('area', 'area.id', 'spoken_language.area_id')
    .select([
      'spoken_language.id',
      'spoken_language.area_id as areaId',
      'area.name as areaName',
      'area.path as areaPath',
      'spoken_language.questionnaire_id as questionnaireId',
      'spoken_language.questionnaire_version as questionnaireVersion',
      'spoken_language.tag',
      'spoken_language.name',
    ])

type Bare = Omit<LanguageRow, 'lines' | 'clips'>

/** Texts and recordings of languages, looked up together. */
const withContents = async (db: Kysely<Database>, rows: readonly Bare[]): Promise<readonly LanguageRow[]> => {
  const ids = rows.map(row => row.id)
  if (ids.length === 0) return []
  const lines = await db.selectFrom('translation').selectAll().where('language_id', 'in', ids).execute()
  const clips = await db.selectFrom('clip').selectAll().where('language_id', 'in', ids).execute()
  return rows.map(row => ({
    ...row,
    lines: Object.fromEntries(
      lines
        .filter(line => line.language_id === row.id)
        .map(({ content, statement, meaning }) => [content, { statement, meaning }]),
    ),
    clips: Object.fromEntries(
      clips.filter(clip => clip.language_id === row.id).map(({ content, hash }) => [content, hash]),
    ),
  }))
}

/** Languages of these areas, by questionnaire, area and tag; of one questionnaire where it is named. */
export const listLanguages = async (
  db: Kysely<Database>,
  areaIds: readonly string[],
  of?: { readonly id: string; readonly version: number },
): Promise<readonly LanguageRow[]> => {
  if (areaIds.length === 0) return []
  const rows = await languageRows(db)
    .where('spoken_language.area_id', 'in', [...areaIds])
    .$if(of !== undefined, query =>
      query
        .where('spoken_language.questionnaire_id', '=', of?.id ?? '')
        .where('spoken_language.questionnaire_version', '=', of?.version ?? 0),
    )
    .orderBy('spoken_language.questionnaire_id')
    .orderBy('area.path')
    .orderBy('spoken_language.tag')
    .execute()
  return withContents(db, rows)
}

/** One language, or null. */
export const findLanguage = async (db: Kysely<Database>, id: string): Promise<LanguageRow | null> => {
  const row = await languageRows(db).where('spoken_language.id', '=', id).executeTakeFirst()
  return row ? ((await withContents(db, [row]))[0] ?? null) : null
}

/** Adds a language; false where the area has it already. */
export const insertLanguage = async (
  tx: Transaction<Database>,
  language: Pick<LanguageRow, 'id' | 'areaId' | 'questionnaireId' | 'questionnaireVersion' | 'tag' | 'name'>,
): Promise<boolean> => {
  const { id, areaId, questionnaireId, questionnaireVersion, tag, name } = language
  const row = await tx
    .insertInto('spoken_language')
    .values({
      ...{ id, tag, name },
      area_id: areaId,
      questionnaire_id: questionnaireId,
      questionnaire_version: questionnaireVersion,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes a language with its texts; false where somebody did before. */
export const deleteLanguage = async (tx: Transaction<Database>, id: string): Promise<boolean> => {
  const row = await tx.deleteFrom('spoken_language').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** Sets lines of a language; empty ones go. Lines of other contents stay. */
export const replaceTranslations = async (
  tx: Transaction<Database>,
  languageId: string,
  lines: { readonly [content: string]: Line },
): Promise<void> => {
  const contents = Object.keys(lines)
  if (contents.length === 0) return
  await tx
    .deleteFrom('translation')
    .where('language_id', '=', languageId)
    .where('content', 'in', contents)
    .execute()
  const filled = Object.entries(lines).filter(([, line]) => line.statement !== '')
  if (filled.length === 0) return
  await tx
    .insertInto('translation')
    .values(filled.map(([content, line]) => ({ language_id: languageId, content, ...line })))
    .execute()
}

/** Keeps with a campaign the languages it is opened with, for good. */
export const insertCampaignLanguages = async (
  tx: Transaction<Database>,
  campaignId: CampaignId,
  languages: readonly SpokenLanguage[],
): Promise<void> => {
  if (languages.length === 0) return
  await tx
    .insertInto('campaign_language')
    .values(
      languages.map(({ tag, name, lines, clips }, position) => ({
        ...{ campaign_id: campaignId, position, tag, name },
        lines: JSON.stringify(lines),
        clips: JSON.stringify(clips),
      })),
    )
    .execute()
}

/** The languages that a campaign froze, in their order. */
export const listCampaignLanguages = async (
  db: Kysely<Database>,
  campaignId: CampaignId,
): Promise<readonly SpokenLanguage[]> => {
  const rows = await db
    .selectFrom('campaign_language')
    .where('campaign_id', '=', campaignId)
    .select(['tag', 'name', 'lines', 'clips'])
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    ...row,
    lines: linesSchema.parse(row.lines),
    clips: clipsSchema.parse(row.clips),
  }))
}
