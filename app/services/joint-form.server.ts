import { z } from 'zod'
import { campaignFacts } from './plan-form.server.ts'
import { seedSchema } from './sample-form.server.ts'

const stage = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, 'sample-amount')
  .transform(Number)
  .pipe(z.number().min(1, 'sample-amount'))

const facts = {
  ...campaignFacts,
  communeIds: z.array(z.string().regex(/^\d{5}$/)).min(1, 'joint-commune-missing'),
}

/** Shape of the form of a campaign of several communes: which, and whether everybody or a draw in stages is asked. */
export const jointFormSchema = z.discriminatedUnion(
  'way',
  [
    z.object({ ...facts, way: z.literal('everyone') }),
    z.object({ ...facts, way: z.literal('stages'), communes: stage, villages: stage, households: stage }),
  ],
  'joint-way-missing',
)

export type JointForm = Readonly<z.infer<typeof jointFormSchema>>

/** Shape of the form that starts a campaign of several communes: its seed where it draws. */
export const jointStartSchema = seedSchema
