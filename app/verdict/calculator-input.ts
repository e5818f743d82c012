import { z } from 'zod'
import { inlineRulesSchema } from './inline.ts'

const line = z
  .tuple([z.number(), z.number(), z.number()])
  .transform(([satisfied, dissatisfied, blank]) => ({ satisfied, dissatisfied, blank }))

const unit = z
  .object({
    name: z.string().min(1),
    commune: z.string(),
    households: z.number(),
    issued: z.number(),
    collected: z.number(),
    invalid: z.number(),
    counts: z.array(line),
    anyDissatisfied: z.number().nullish(),
  })
  .transform(({ counts, anyDissatisfied, ...heads }) => ({
    ...heads,
    contents: counts,
    anyDissatisfied: anyDissatisfied ?? null,
  }))

/** Figures as they were published, to be held against the counts: rates as text, dates as yyyy-mm-dd. */
const published = z.object({
  coverage: z.string().optional(),
  return: z.string().optional(),
  overall: z.union([z.string().transform(text => [text]), z.array(z.string())]).optional(),
  contents: z.array(z.string().nullable()).optional(),
  collectionEnded: z.iso.date().optional(),
  reported: z.iso.date().optional(),
})

/** A calculator's file. Whether the numbers are whole and agree is the tally's business, not the shape's. */
export const calculatorInputSchema = z.object({
  rules: z.union([z.string(), inlineRulesSchema]),
  contents: z.array(z.string()),
  units: z.array(unit),
  published: published.optional(),
})

export type CalculatorInput = Readonly<z.infer<typeof calculatorInputSchema>>
