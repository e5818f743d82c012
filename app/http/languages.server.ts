import { data, redirect } from '@remix-run/node'
import type { SheetProblem } from '#app/questionnaire/translation-sheet.ts'
import type { Context } from '#app/services/context.server.ts'
import { addClip, type ClipFault, removeClip } from '#app/services/languages-clips.server.ts'
import { importTranslations } from '#app/services/languages-sheet.server.ts'
import type { Fields } from './form.server.ts'
import { orProblem, problem, statusOf } from './problems.server.ts'

const doneKeys = ['them-ngon-ngu', 'xoa-ngon-ngu', 'bang-dich', 'ban-thu', 'xoa-ban-thu'] as const

/** What has just been done, as redirects say it; null for anything else. */
export const languageDone = (request: Request) => {
  const done = new URL(request.url).searchParams.get('xong')
  return doneKeys.find(key => key === done) ?? null
}

/** A form of a language that came back. */
const refused = (
  faults: Readonly<Record<string, string>>,
  {
    content,
    problems = [],
    status = 422,
  }: {
    readonly content?: string
    readonly problems?: readonly SheetProblem[]
    readonly status?: number
  } = {},
) => data({ faults, content, problems }, { status })

const bytesOf = async (file: File | null): Promise<Uint8Array> =>
  file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()

const takeSheet = async (context: Context, languageId: string, fields: Fields) => {
  const file = fields.file('file')
  if (!file) return refused({ file: 'translation-file-missing' })
  const read = await importTranslations(context, languageId, await bytesOf(file))
  if (!read.ok) {
    if (read.error === 'forbidden' || read.error === 'language-unknown') return problem(read.error)
    return refused({ file: read.error }, { status: statusOf(read.error) })
  }
  if (read.value.kind === 'faulty')
    return refused({ file: 'translation-lines-faulty' }, { problems: read.value.problems })
  return redirect(`/ngon-ngu/${languageId}?xong=bang-dich`, 303)
}

/** Where each fault of a recording is mended; what stands nowhere ends on a page of its own. */
const fieldOf: { readonly [fault in ClipFault]?: string } = {
  'content-unknown': 'content',
  'clip-missing': 'clip',
  'clip-too-large': 'clip',
  'clip-unreadable': 'clip',
}

const takeClip = async (context: Context, languageId: string, fields: Fields) => {
  const content = fields.get('content') ?? ''
  const added = await addClip(context, { languageId, content }, await bytesOf(fields.file('clip')))
  if (added.ok) return redirect(`/ngon-ngu/${languageId}?xong=ban-thu`, 303)
  const field = fieldOf[added.error]
  return field ? refused({ [field]: added.error }, { content }) : problem(added.error)
}

/** Does what a posted form of a language asks: a sheet, a recording, or a recording less. */
export const saveLanguage = async (context: Context, languageId: string, fields: Fields) => {
  const deed = fields.get('viec')
  if (deed === 'bang-dich') return takeSheet(context, languageId, fields)
  if (deed === 'ban-thu') return takeClip(context, languageId, fields)
  if (deed !== 'xoa-ban-thu') return problem('form-unreadable')
  orProblem(await removeClip(context, { languageId, content: fields.get('content') ?? '' }))
  return redirect(`/ngon-ngu/${languageId}?xong=xoa-ban-thu`, 303)
}
