import { no, ok, type Result } from '#app/basics/result.ts'
import { readSheets, type SheetFileError } from '#app/documents/register-sheet.server.ts'
import { writeTranslationFile } from '#app/documents/translation-file.server.ts'
import {
  readTranslationSheet,
  type SheetProblem,
  translationSheet,
} from '#app/questionnaire/translation-sheet.ts'
import { replaceTranslations } from '#db/queries/languages.ts'
import { type Context, change } from './context.server.ts'
import { findLanguagePage, type LanguageFault, permitOnLanguage } from './languages.server.ts'
import type { PaperFile } from './papers.server.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The translation sheet of a language with what is translated so far, to be filled in and sent back. */
export const exportTranslations = async (
  context: Context,
  id: string,
): Promise<Result<PaperFile, LanguageFault | 'language-of-interface'>> => {
  const page = await findLanguagePage(context, id)
  if (!page.ok) return page
  const { language, questionnaire, translated } = page.value
  if (!translated) return no('language-of-interface')
  const bytes = await writeTranslationFile(translationSheet(questionnaire, language))
  return ok({ name: `Bảng dịch ${questionnaire.id} ${language.tag}.xlsx`, type: xlsx, bytes })
}

/** A sheet whose lines were all taken, or the lines that were not. */
export type Imported =
  | { readonly kind: 'taken'; readonly contents: number }
  | { readonly kind: 'faulty'; readonly problems: readonly SheetProblem[] }

export type ImportFault =
  | LanguageFault
  | SheetFileError
  | 'language-of-interface'
  | 'translation-sheet-unknown'

/** Takes a filled-in translation sheet whole, or not at all: then every line that is to be mended is named. */
export const importTranslations = async (
  context: Context,
  id: string,
  bytes: Uint8Array,
): Promise<Result<Imported, ImportFault>> => {
  const page = await permitOnLanguage(context, id)
  if (!page.ok) return page
  const { language, questionnaire } = page.value
  const translated = await findLanguagePage(context, id)
  if (!translated.ok) return translated
  if (!translated.value.translated) return no('language-of-interface')
  const sheets = await readSheets(bytes)
  if (!sheets.ok) return sheets
  const read = readTranslationSheet(sheets.value[0]?.rows ?? [], questionnaire)
  if (read.kind === 'no-heading') return no('translation-sheet-unknown')
  if (read.kind === 'faulty') return ok(read)
  const contents = Object.values(read.lines).filter(line => line.statement !== '').length
  return change<Imported, ImportFault>(context, async ({ tx, record }) => {
    await replaceTranslations(tx, id, read.lines)
    const of = { area: language.areaPath, questionnaire: questionnaire.id, tag: language.tag }
    record({ kind: 'language.translated', ...of, contents })
    return ok({ kind: 'taken', contents })
  })
}
