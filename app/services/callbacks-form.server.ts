import { z } from 'zod'
import { callbackOutcomes, largestDraw, receipts, saids } from '#app/household/callback.ts'

/** Shape of the form that draws households. */
export const drawSchema = z.object({
  seed: z.string().normalize('NFC').trim().min(6, 'sample-seed').max(200, 'text-too-long'),
  size: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'callback-size')
    .transform(Number)
    .refine(size => size >= 1 && size <= largestDraw, 'callback-size'),
})

export type DrawForm = Readonly<z.infer<typeof drawSchema>>

const outcome = z.enum(callbackOutcomes, 'callback-outcome-missing')

/** Shape of the form of one call: what the household said is asked for only where it was reached. */
export const callSchema = z
  .object({
    outcome,
    said: z.enum(saids).nullish().catch(null),
    receipt: z.enum(receipts).nullish().catch(null),
  })
  .superRefine((call, issue) => {
    if (call.outcome !== 'reached') return
    if (!call.said) issue.addIssue({ code: 'custom', path: ['said'], message: 'callback-said-missing' })
    if (!call.receipt)
      issue.addIssue({ code: 'custom', path: ['receipt'], message: 'callback-receipt-missing' })
  })
  .transform(({ outcome, said, receipt }) => ({
    outcome,
    said: outcome === 'reached' ? (said ?? null) : null,
    receipt: outcome === 'reached' ? (receipt ?? null) : null,
  }))

export type CallForm = Readonly<z.infer<typeof callSchema>>
