import { type Kysely, sql, type Transaction } from 'kysely'
import { type ClipKind, clipKinds } from '#app/questionnaire/clip.ts'
import type { Database } from '../schema.ts'

/** A recording. */
export type Sound = { readonly kind: ClipKind; readonly bytes: Buffer }

/** The recording of this hash, or null. */
export const findSound = async (db: Kysely<Database>, hash: string): Promise<Sound | null> => {
  const row = await db
    .selectFrom('sound')
    .where('hash', '=', hash)
    .select(['kind', 'bytes'])
    .executeTakeFirst()
  const kind = clipKinds.find(one => one === row?.kind)
  return row && kind ? { kind, bytes: row.bytes } : null
}

/** Stores a recording once, and puts it at a content of a language in the place of the one before. */
export const upsertClip = async (
  tx: Transaction<Database>,
  place: { readonly languageId: string; readonly content: string },
  { hash, kind, bytes }: Sound & { readonly hash: string },
): Promise<void> => {
  await tx
    .insertInto('sound')
    .values({ hash, kind, bytes })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx
    .insertInto('clip')
    .values({ language_id: place.languageId, content: place.content, hash })
    .onConflict(conflict => conflict.columns(['language_id', 'content']).doUpdateSet({ hash }))
    .execute()
}

/** Takes the recording off a content; false where there is none. */
export const deleteClip = async (
  tx: Transaction<Database>,
  place: { readonly languageId: string; readonly content: string },
): Promise<boolean> => {
  const row = await tx
    .deleteFrom('clip')
    .where('language_id', '=', place.languageId)
    .where('content', '=', place.content)
    .returning('hash')
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes recordings that neither a language nor a campaign has any more. */
export const deleteUnusedSounds = async (tx: Transaction<Database>): Promise<void> => {
  await sql`
    delete from sound where not exists (select from clip where clip.hash = sound.hash)
      and not exists (
        select from campaign_language, jsonb_each_text(campaign_language.clips) as kept
        where kept.value = sound.hash
      )`.execute(tx)
}
