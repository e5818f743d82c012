import { z } from 'zod'
import type { State } from '#app/campaign/campaign.ts'

/** Longest letter, in characters (UTF-16 units, as browsers' maxlength counts). */
export const longestLetter = 1000

/** What has become of a letter (thư góp ý): nobody opened it, somebody read it, it was answered. */
export const letterStates = ['new', 'read', 'answered'] as const

export type LetterState = (typeof letterStates)[number]

/** Whether letters are taken: from opening until posting has ended. A letter is never counted in any rate. */
export const takesLetters = (state: State): boolean =>
  state === 'collecting' || state === 'closed' || state === 'posted'

// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find them
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\p{Cs}]/u

/** Shape of the form by which somebody without a code leaves a letter. Village and content may be left out. */
export const letterSchema = z.object({
  villageId: z.string().transform(value => (value === '' || value === 'khong' ? null : value)),
  content: z.string().transform(value => (value === '' || value === 'khac' ? null : value)),
  body: z
    .string()
    .transform(raw => raw.replace(/\r\n?/g, '\n').normalize('NFC').trim())
    .refine(body => body !== '', 'letter-body-missing')
    .refine(body => body.length <= longestLetter, 'text-too-long')
    .refine(body => !unreadable.test(body), 'text-unreadable'),
})

export type LetterForm = Readonly<z.infer<typeof letterSchema>>
