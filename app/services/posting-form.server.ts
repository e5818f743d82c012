import { z } from 'zod'
import { readDay } from '#app/basics/day.ts'
import { opinionChannels } from '#app/campaign/posting.ts'

const longestLine = 300

/** Longest opinion or answer in characters. */
export const longestOpinion = 4000

const line = (fault: string) =>
  z.string().normalize('NFC').trim().min(1, fault).max(longestLine, 'text-too-long')

const text = (fault: string) =>
  z.string().normalize('NFC').trim().min(1, fault).max(longestOpinion, 'text-too-long')

const day = (fault: string) =>
  z.string().transform((raw, issue) => {
    const read = readDay(raw)
    if (read) return read
    issue.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })

const ticked = z
  .string()
  .nullable()
  .transform(value => value === 'yes')

/** Shape of the form of posting; days and their document are asked for only where the rules set no length. */
export const postingSchema = z.object({
  startsOn: day('posting-start-unreadable'),
  days: z
    .string()
    .trim()
    .regex(/^(|[1-9]\d{0,2})$/, 'posting-days-unreadable')
    .transform(raw => (raw === '' ? null : Number(raw)))
    .refine(days => days === null || days <= 366, 'posting-days-unreadable'),
  daysDocument: z.string().normalize('NFC').trim().max(longestLine, 'text-too-long'),
  villageIds: z.array(z.string()),
  atCommune: ticked,
  byLoudspeaker: ticked,
  contact: line('posting-contact-missing'),
})

export type PostingForm = Readonly<z.infer<typeof postingSchema>>

/** Shape of the form that records an opinion on posted results. */
export const opinionSchema = z.object({
  sender: line('opinion-sender-missing'),
  channel: z.enum(opinionChannels, 'opinion-channel-missing'),
  receivedOn: day('opinion-day-unreadable'),
  content: text('opinion-content-missing'),
})

export type OpinionForm = Readonly<z.infer<typeof opinionSchema>>

/** Shape of the form that answers one. */
export const answerSchema = z.object({ answer: text('opinion-answer-missing') })
