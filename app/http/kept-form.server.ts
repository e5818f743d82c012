import type { Interrupted } from './access.server.ts'
import type { Fields } from './form.server.ts'
import { localPath } from './local-path.server.ts'

const pathField = 'giu.path'
const fieldPrefix = 'giu.field.'

/** The form that the sign-in page kept while its sender signed in again, or null. */
export const readKept = (fields: Fields): Interrupted | null => {
  const path = localPath(fields.get(pathField))
  if (path === null) return null
  const kept = Object.entries(fields.texts).flatMap(([name, value]) =>
    name.startsWith(fieldPrefix) ? [[name.slice(fieldPrefix.length), value] as const] : [],
  )
  return { path, fields: Object.fromEntries(kept) }
}
