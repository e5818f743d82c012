import type { Kysely } from 'kysely'
import { up as firstProduct } from './0001-first-product.ts'

/** Every change of the schema in order; a landed one is never edited. */
export const migrations: readonly { readonly name: string; readonly up: (db: Kysely<unknown>) => Promise<void> }[] = [
  { name: '0001-first-product', up: firstProduct },
]
