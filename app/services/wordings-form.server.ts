import { z } from 'zod'
import { unknownPlaceholders, type WordedPaper, type WordingText } from '#app/dossier/paper-wording.ts'

const longestLine = 150
const longestSentence = 1000
const mostLines = 12

/** One line without characters that no paper can show. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** Text as typed on one line; null where nothing was. */
const sentence = (longest: number) =>
  z
    .string()
    .transform(clean)
    .pipe(z.string().max(longest, 'text-too-long'))
    .transform(text => (text === '' ? null : text))

/** Lines as typed in a box of several; null where nothing was. */
const lines = z
  .string()
  .transform(text => text.split(/\r?\n/).map(clean).filter(Boolean))
  .pipe(z.array(z.string().max(longestLine, 'text-too-long')).max(mostLines, 'wording-too-many-lines'))
  .transform(all => (all.length === 0 ? null : all))

const symbol = sentence(40).refine(
  text => text === null || /^[\p{L}\p{N}{}/.-]+$/u.test(text),
  'wording-symbol-unreadable',
)

const formSchema = z.object({
  letterhead: lines,
  symbol,
  place: sentence(longestLine),
  opening: sentence(longestSentence),
  closing: sentence(longestSentence),
  recipients: lines,
  signer: lines,
  signedBy: sentence(longestLine),
})

/** The boxes of the form; minutes have three signers of their own and no receivers. */
export const wordingFields = (paper: WordedPaper): readonly (keyof WordingText)[] =>
  paper === 'minutes'
    ? ['letterhead', 'symbol', 'place', 'opening', 'closing']
    : ['letterhead', 'symbol', 'place', 'opening', 'closing', 'recipients', 'signer', 'signedBy']

export type WordingRead =
  | { readonly kind: 'read'; readonly text: WordingText }
  | {
      readonly kind: 'faulty'
      /** A code by box. */
      readonly faults: Readonly<Record<string, string>>
      /** Placeholders that are none, as typed. */
      readonly unknown: readonly string[]
    }

const textsIn = (value: WordingText[keyof WordingText]): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? [])

const faultsOf = (error: z.ZodError): Readonly<Record<string, string>> =>
  Object.fromEntries(error.issues.map(issue => [String(issue.path[0]), issue.message]))

/** Reads the form of a paper's words: each box by its name, as typed. */
export const readWording = (paper: WordedPaper, typed: Readonly<Record<string, string>>): WordingRead => {
  const boxes = new Set<string>(wordingFields(paper))
  const own = (name: string) => (boxes.has(name) ? (typed[name] ?? '') : '')
  const read = formSchema.safeParse(
    Object.fromEntries(Object.keys(formSchema.shape).map(name => [name, own(name)])),
  )
  if (!read.success) return { kind: 'faulty', faults: faultsOf(read.error), unknown: [] }
  const unknownIn = Object.entries(read.data).map(([name, value]) => ({
    name,
    unknown: textsIn(value).flatMap(text => unknownPlaceholders(paper, text)),
  }))
  const bad = unknownIn.filter(({ unknown }) => unknown.length > 0)
  if (bad.length === 0) return { kind: 'read', text: read.data }
  return {
    kind: 'faulty',
    faults: Object.fromEntries(bad.map(({ name }) => [name, 'wording-placeholder-unknown'])),
    unknown: [...new Set(bad.flatMap(({ unknown }) => unknown))],
  }
}
