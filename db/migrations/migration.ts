import type { Kysely } from 'kysely'

/** One change of the schema, applied once and never edited after it has landed. */
export interface Migration {
  readonly name: string
  readonly up: (db: Kysely<unknown>) => Promise<void>
}
