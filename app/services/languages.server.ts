import { type AreaPath, liesWithin } from '#app/account/area.ts'
import { may, mayEver } from '#app/account/permission.ts'
import { isUuid } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { Questionnaire } from '#app/questionnaire/questionnaire.ts'
import {
  isInterfaceLanguage,
  isLanguageTag,
  longestName,
  type Missing,
  missingIn,
} from '#app/questionnaire/spoken.ts'
import { findQuestionnaire, suggestedQuestionnaires } from '#app/questionnaire/suggested.ts'
import { findArea } from '#db/queries/areas.ts'
import { deleteUnusedSounds } from '#db/queries/clips.ts'
import {
  deleteLanguage,
  findLanguage,
  insertLanguage,
  type LanguageRow,
  listLanguages,
} from '#db/queries/languages.ts'
import { type Context, change, newId, permit } from './context.server.ts'

/** The names that speakers of the interface's languages give them. */
const interfaceNames: { readonly [tag: string]: string } = { vi: 'Tiếng Việt', en: 'English' }

const idOf = (path: AreaPath): string => path.split('/').at(-1) ?? ''

/** The area whose languages a person keeps: the one they have their role in. */
const ownPath = ({ person }: Context): AreaPath => person?.areas[0] ?? ''

/** A language as the list shows it: what it still lacks, and whether the person asking may edit it. */
export type ListedLanguage = Pick<LanguageRow, 'id' | 'tag' | 'name' | 'areaName' | 'questionnaireId'> & {
  readonly missing: Missing
  readonly contents: number
  readonly editable: boolean
}

export type LanguageDesk = {
  readonly areaName: string
  readonly questionnaires: readonly Questionnaire[]
  readonly languages: readonly ListedLanguage[]
}

const listed = (context: Context, row: LanguageRow): readonly ListedLanguage[] => {
  const questionnaire = findQuestionnaire(row.questionnaireId)
  if (questionnaire?.version !== row.questionnaireVersion) return []
  const { id, tag, name, areaName, questionnaireId } = row
  return [
    {
      ...{ id, tag, name, areaName, questionnaireId },
      missing: missingIn(questionnaire, row),
      contents: questionnaire.contents.length,
      editable: may(context.person, 'language.edit', row.areaPath),
    },
  ]
}

/** The further languages of every questionnaire: the person's own area's, and those of the areas above it. */
export const findLanguageDesk = async (context: Context): Promise<Result<LanguageDesk, 'forbidden'>> => {
  if (!context.person || !mayEver(context.person, 'language.edit')) return no('forbidden')
  const path = ownPath(context)
  const area = await findArea(context.db, idOf(path))
  const rows = await listLanguages(context.db, path.split('/'))
  return ok({
    areaName: area?.name ?? '',
    questionnaires: suggestedQuestionnaires,
    languages: rows.flatMap(row => listed(context, row)),
  })
}

export type LanguageForm = { readonly questionnaireId: string; readonly tag: string; readonly name: string }

export type AddingFault =
  | 'forbidden'
  | 'questionnaire-unknown'
  | 'language-tag-unreadable'
  | 'language-name-missing'
  | 'language-taken'

/** Adds a language to a questionnaire in the person's own area. Its texts and recordings are brought afterwards. */
export const addLanguage = async (
  context: Context,
  form: LanguageForm,
): Promise<Result<string, AddingFault>> => {
  const path = ownPath(context)
  const permitted = await permit(context, 'language.edit', path)
  if (!permitted.ok) return permitted
  const questionnaire = findQuestionnaire(form.questionnaireId)
  if (!questionnaire) return no('questionnaire-unknown')
  const tag = form.tag.trim()
  if (!isLanguageTag(tag)) return no('language-tag-unreadable')
  const name = interfaceNames[tag] ?? form.name.normalize('NFC').trim()
  if (name === '' || name.length > longestName) return no('language-name-missing')
  const of = { questionnaireId: questionnaire.id, questionnaireVersion: questionnaire.version }
  return change<string, AddingFault>(context, async ({ tx, record }) => {
    const id = newId(context)
    if (!(await insertLanguage(tx, { id, areaId: idOf(path), ...of, tag, name }))) return no('language-taken')
    record({ kind: 'language.added', area: path, questionnaire: questionnaire.id, tag })
    return ok(id)
  })
}

export type LanguageFault = 'forbidden' | 'language-unknown'

/** A language with its questionnaire. */
export type LanguagePlace = { readonly language: LanguageRow; readonly questionnaire: Questionnaire }

const placeOf = async (context: Context, id: string): Promise<Result<LanguagePlace, 'language-unknown'>> => {
  const language = isUuid(id) ? await findLanguage(context.db, id) : null
  const questionnaire = language ? findQuestionnaire(language.questionnaireId) : undefined
  if (!language || questionnaire?.version !== language.questionnaireVersion) return no('language-unknown')
  return ok({ language, questionnaire })
}

/** A language that the person asking may edit. */
export const permitOnLanguage = async (
  context: Context,
  id: string,
): Promise<Result<LanguagePlace, LanguageFault>> => {
  const place = await placeOf(context, id)
  if (!place.ok) return place
  const permitted = await permit(context, 'language.edit', place.value.language.areaPath)
  return permitted.ok ? place : permitted
}

export type LanguagePage = LanguagePlace & {
  readonly missing: Missing
  readonly editable: boolean
  /** Whether texts are brought for it; those of the interface's languages are in the questionnaire. */
  readonly translated: boolean
}

/** One language, to be read: a commune also sees the province's, which it does not edit. */
export const findLanguagePage = async (
  context: Context,
  id: string,
): Promise<Result<LanguagePage, LanguageFault>> => {
  const place = await placeOf(context, id)
  if (!place.ok) return place
  const { language, questionnaire } = place.value
  const editable = may(context.person, 'language.edit', language.areaPath)
  const above = mayReadAbove(context, language.areaPath)
  if (!editable && !above) {
    const refused = await permit(context, 'language.edit', language.areaPath)
    if (!refused.ok) return refused
  }
  return ok({
    ...{ language, questionnaire, editable },
    missing: missingIn(questionnaire, language),
    translated: !isInterfaceLanguage(language.tag),
  })
}

const mayReadAbove = ({ person }: Context, path: AreaPath): boolean =>
  person !== null && mayEver(person, 'language.edit') && person.areas.some(area => liesWithin(area, path))

/** Deletes a language with its texts and recordings; campaigns that froze it keep theirs. */
export const removeLanguage = async (context: Context, id: string): Promise<Result<null, LanguageFault>> => {
  const place = await permitOnLanguage(context, id)
  if (!place.ok) return place
  const { language, questionnaire } = place.value
  return change<null, LanguageFault>(context, async ({ tx, record }) => {
    if (!(await deleteLanguage(tx, id))) return no('language-unknown')
    await deleteUnusedSounds(tx)
    const of = { area: language.areaPath, questionnaire: questionnaire.id, tag: language.tag }
    record({ kind: 'language.removed', ...of })
    return ok(null)
  })
}
