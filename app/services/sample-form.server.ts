import { z } from 'zod'
import { outcomes } from '#app/household/outcome.ts'
import { sizeWays } from '#app/household/sample-plan.ts'

const whole = (fault: string) =>
  z
    .string()
    .transform(raw => raw.replace(/[\s.]/g, ''))
    .pipe(z.string().regex(/^\d{1,7}$/, fault))
    .transform(Number)

/** Shape of the form that fixes the list: how many households shall be drawn from it. */
export const sampleSizeSchema = z.object({
  way: z.enum(sizeWays, 'sample-way-missing'),
  amount: whole('sample-amount'),
  least: whole('sample-least'),
})

export type SampleSizeForm = Readonly<z.infer<typeof sampleSizeSchema>>

const line = z.string().normalize('NFC').trim().max(200, 'text-too-long')

/** A seed of the machine, or one told by a public draw with the words that say which. */
export const seedSchema = z.discriminatedUnion(
  'source',
  [
    z.object({ source: z.literal('machine') }),
    z.object({
      source: z.literal('public'),
      seed: line.min(6, 'sample-seed'),
      told: line.min(1, 'sample-told-missing'),
    }),
  ],
  'sample-source-missing',
)

export type SeedForm = Readonly<z.infer<typeof seedSchema>>

/** Shape of the form that gives a draw up. */
export const dropSampleSchema = z.object({
  reason: z.string().normalize('NFC').trim().min(1, 'sample-reason-missing').max(1000, 'text-too-long'),
  confirm: z.literal('yes', 'confirm-missing'),
})

/** Shape of the form that replaces a drawn household: its place in the order of lots, and why. */
export const replaceSchema = z.object({
  place: z.coerce.number<string>().int().positive(),
  reason: z.enum([...outcomes, 'gone'], 'sample-outcome-missing'),
})

export type ReplaceForm = Readonly<z.infer<typeof replaceSchema>>
