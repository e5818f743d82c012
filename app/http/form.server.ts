import type { z } from 'zod'
import { problem } from './problems.server.ts'

/** Posted fields, each once; the first value counts. */
export type Fields = {
  readonly get: (name: string) => string | null
  readonly file: (name: string) => File | null
  /** Every text field as posted, to be shown again. */
  readonly texts: Readonly<Record<string, string>>
}

const asFields = (form: FormData): Fields => {
  const texts: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !(name in texts)) texts[name] = value
  return {
    get: name => (Object.hasOwn(texts, name) ? (texts[name] ?? null) : null),
    file: name => {
      const value = form.get(name)
      return value instanceof File && value.size > 0 ? value : null
    },
    texts,
  }
}

/** Reads a posted form; a body that is none ends in a page that says so. */
export const readFields = async (request: Request): Promise<Fields> => {
  const form = await request.formData().catch(() => null)
  return form ? asFields(form) : problem('form-unreadable')
}

/** Faults by field: the code is a key under `problem.` in the catalogue. */
export type FieldFaults = Readonly<Record<string, string>>

/** The first fault of each field, from zod's issues; messages of our schemas are codes. */
export const faultsOf = (error: z.ZodError): FieldFaults => {
  const faults: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path.join('.')
    if (!(field in faults))
      faults[field] = /^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : 'field-unreadable'
  }
  return faults
}
