import { z } from 'zod'
import { readDay } from '#app/basics/day.ts'
import { type CommentAbout, commentMeasures, commentPapers } from '#app/dossier/verification.ts'

/** Longest comment, reason or answer in characters. */
const longest = 4000

const text = (fault: string) => z.string().normalize('NFC').trim().min(1, fault).max(longest, 'text-too-long')

/** An empty choice is none. */
const chosen = z.string().transform(raw => (raw === '' ? null : raw))

/** Ways in which a form names what a comment is about: `general`, `figure.coverage`, `paper.report`. */
export const aboutChoices = [
  'general',
  ...commentMeasures.map(measure => `figure.${measure}` as const),
  ...commentPapers.map(paper => `paper.${paper}` as const),
] as const

/** Shape of the form of a comment. */
export const commentSchema = z
  .object({
    about: z.enum(aboutChoices, 'comment-about-missing'),
    villageId: chosen,
    content: chosen,
    body: text('comment-missing'),
    blocking: z.string().nullish(),
  })
  .transform(({ about, villageId, content, body, blocking }) => {
    const [kind, name] = about.split('.')
    const measure = commentMeasures.find(one => one === name)
    const paper = commentPapers.find(one => one === name)
    const read: CommentAbout =
      kind === 'figure' && measure
        ? { kind, measure, villageId, content }
        : kind === 'paper' && paper
          ? { kind, paper }
          : { kind: 'general' }
    return { about: read, body, blocking: blocking === 'yes' }
  })

export type CommentForm = Readonly<z.infer<typeof commentSchema>>

const day = z.string().transform((raw, issue) => {
  const read = readDay(raw)
  if (read) return read
  issue.addIssue({ code: 'custom', message: 'return-deadline-unreadable' })
  return z.NEVER
})

/** Places for reasons in the form of a return. */
export const reasonRows = 5

/** Shape of the form of a return; rows of reasons without words are left out. */
export const returnSchema = z.object({
  summary: text('return-summary-missing'),
  deadline: day,
  reasons: z
    .array(
      z.object({
        villageId: chosen,
        content: chosen,
        reason: z.string().normalize('NFC').trim().max(longest, 'text-too-long'),
      }),
    )
    .transform(rows => rows.filter(row => row.reason !== '')),
})

export type ReturnForm = Readonly<z.infer<typeof returnSchema>>

/** Shape of the form of an answer to a comment or a return. */
export const verificationAnswerSchema = z.object({ answer: text('verification-answer-missing') })

/** Shape of the form that accepts a dossier. */
export const acceptSchema = z.object({
  number: z
    .string()
    .normalize('NFC')
    .trim()
    .max(40, 'text-too-long')
    .transform(raw => (raw === '' ? null : raw)),
  conclusion: text('accept-conclusion-missing'),
  confirm: z.literal('yes', 'confirm-missing'),
})

export type AcceptForm = Readonly<Omit<z.infer<typeof acceptSchema>, 'confirm'>>
