import { createHash } from 'node:crypto'
import { no, ok, type Result } from '#app/basics/result.ts'
import { clipKindOf, longestClip } from '#app/questionnaire/clip.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { deleteClip, deleteUnusedSounds, findSound, type Sound, upsertClip } from '#db/queries/clips.ts'
import { type Context, change, type System } from './context.server.ts'
import { type LanguageFault, permitOnLanguage } from './languages.server.ts'

/** A recording's name and address: what it sounds like decides it, so it never changes (132 bits of SHA-256). */
const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 22)

export type ClipFault =
  | LanguageFault
  | 'content-unknown'
  | 'clip-missing'
  | 'clip-too-large'
  | 'clip-unreadable'

type ClipPlace = { readonly languageId: string; readonly content: string }

/** Puts a recording at a content, in the place of the one before. */
export const addClip = async (
  context: Context,
  place: ClipPlace,
  bytes: Uint8Array,
): Promise<Result<null, ClipFault>> => {
  const permitted = await permitOnLanguage(context, place.languageId)
  if (!permitted.ok) return permitted
  const { language, questionnaire } = permitted.value
  if (!contentKeys(questionnaire).includes(place.content)) return no('content-unknown')
  if (bytes.length === 0) return no('clip-missing')
  if (bytes.length > longestClip) return no('clip-too-large')
  const kind = clipKindOf(bytes)
  if (!kind) return no('clip-unreadable')
  const hash = hashOf(bytes)
  return change<null, ClipFault>(context, async ({ tx, record }) => {
    await upsertClip(tx, place, { hash, kind, bytes: Buffer.from(bytes) })
    await deleteUnusedSounds(tx)
    const of = { questionnaire: questionnaire.id, tag: language.tag, content: place.content }
    record({ kind: 'clip.added', area: language.areaPath, ...of, hash })
    return ok(null)
  })
}

/** Takes the recording off a content; campaigns that froze it keep it. */
export const removeClip = async (
  context: Context,
  place: ClipPlace,
): Promise<Result<null, LanguageFault | 'clip-missing'>> => {
  const permitted = await permitOnLanguage(context, place.languageId)
  if (!permitted.ok) return permitted
  const { language, questionnaire } = permitted.value
  return change<null, LanguageFault | 'clip-missing'>(context, async ({ tx, record }) => {
    if (!(await deleteClip(tx, place))) return no('clip-missing')
    await deleteUnusedSounds(tx)
    const of = { questionnaire: questionnaire.id, tag: language.tag, content: place.content }
    record({ kind: 'clip.removed', area: language.areaPath, ...of })
    return ok(null)
  })
}

/** The recording of this name, for everybody; null when there is none. */
export const playClip = async (system: System, hash: string): Promise<Sound | null> =>
  /^[\w-]{22}$/.test(hash) ? findSound(system.db, hash) : null
