import type { Result } from '#app/basics/result.ts'
import type { Context } from '#app/services/context.server.ts'
import { drawCampaignSample, fixSampleList } from '#app/services/sample.server.ts'
import { sampleSizeSchema, seedSchema } from '#app/services/sample-form.server.ts'
import { type FieldFaults, faultsOf } from './form.server.ts'

const things = ['chot', 'rut', 'bo', 'thay'] as const

type Done = (typeof things)[number]

/** What a redirect says has just been done to the sample, or null. */
export const readSampleDone = (request: Request): Done | null => {
  const done = new URL(request.url).searchParams.get('xong')
  return things.find(thing => thing === done) ?? null
}

type Outcome =
  | { readonly kind: 'done'; readonly what: Done }
  | { readonly kind: 'faulty'; readonly faults: FieldFaults }
  | { readonly kind: 'refused'; readonly error: string }

const outcomeOf = (result: Result<unknown>, what: Done): Outcome =>
  result.ok ? { kind: 'done', what } : { kind: 'refused', error: result.error }

/** Does what a posted form of the sample asks: fixes the list (`chot`), or draws. */
export const doSample = async (
  context: Context,
  id: string,
  texts: Readonly<Record<string, string>>,
): Promise<Outcome> => {
  if (texts.viec === 'chot') {
    const form = sampleSizeSchema.safeParse(texts)
    if (!form.success) return { kind: 'faulty', faults: faultsOf(form.error) }
    return outcomeOf(await fixSampleList(context, id, form.data), 'chot')
  }
  const form = seedSchema.safeParse(texts)
  if (!form.success) return { kind: 'faulty', faults: faultsOf(form.error) }
  return outcomeOf(await drawCampaignSample(context, id, form.data), 'rut')
}
