import { z } from 'zod'
import { type Rate, roundedPercent } from './rate.ts'

const rateSchema = z.object({
  /** Which figure of the paper it is. */
  name: z.string(),
  /** As printed: `74,17`, `99,97 %`, `hơn 93%`. */
  text: z.string(),
  /** The counts it is said to come from; null where the paper gives none. */
  rate: z.object({ part: z.int().min(0), whole: z.int().min(0) }).nullable(),
})

/** Figures as a paper or a page published them. Dates are yyyy-mm-dd. */
export const publishedSchema = z.object({
  coverage: rateSchema.nullable(),
  /** Every figure that the paper calls the overall rate. */
  overall: z.array(rateSchema),
  contents: z.array(rateSchema),
  collectionEnded: z.iso.date().nullable(),
  reported: z.iso.date().nullable(),
})

export type PublishedRate = Readonly<z.infer<typeof rateSchema>>
export type Published = Readonly<z.infer<typeof publishedSchema>>

export type PublishedProblemCode =
  | 'rate-unreadable'
  | 'rate-not-exact'
  | 'rate-above-100'
  | 'part-above-whole'
  | 'rate-without-base'
  | 'rate-truncated'
  | 'rate-wrong'
  | 'rate-hides-somebody'
  | 'two-overall-rates'
  | 'contents-share-one-rate'
  | 'reported-before-collection-ended'

/** A published figure that cannot be right: what was printed, what the counts give, and the counts. The code is the i18n key. */
export type PublishedProblem = {
  readonly code: PublishedProblemCode
  readonly figure: string
  readonly published: string
  readonly expected: string | null
  readonly numbers: Readonly<Record<string, number>>
}

/** A printed percentage: its value in units of 10^-decimals per cent, and whether a word before it (“hơn”, “trên”, “khoảng”) makes it vague. */
type Printed = {
  readonly value: bigint
  readonly decimals: number
  readonly comma: string
  readonly vague: boolean
}

function readPrinted(text: string): Printed | null {
  const match = /^(\D*?)(\d+)(?:([.,])(\d+))?\s*%*$/.exec(text.trim())
  if (!match) return null
  const decimals = match[4] ?? ''
  return {
    value: BigInt(`${match[2]}${decimals}`),
    decimals: decimals.length,
    comma: match[3] ?? ',',
    vague: (match[1] ?? '').trim() !== '',
  }
}

const hundred = (decimals: number) => 100n * 10n ** BigInt(decimals)

function printedAs(value: bigint, { decimals, comma }: Printed): string {
  if (decimals === 0) return value.toString()
  const digits = value.toString().padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}${comma}${digits.slice(-decimals)}`
}

function truncated({ part, whole }: Rate, decimals: number): bigint {
  return (BigInt(part) * hundred(decimals)) / BigInt(whole)
}

/** What is wrong with a printed rate against its counts, or null. A print of any number of decimals is right if it is the half-up rounding at that number. */
function mismatch(printed: Printed, rate: Rate): PublishedProblemCode | null {
  if (rate.part > rate.whole) return 'part-above-whole'
  if (rate.whole === 0) return 'rate-without-base'
  const { value, decimals } = printed
  const falsely = (value === hundred(decimals) && rate.part < rate.whole) || (value === 0n && rate.part > 0)
  if (value !== roundedPercent(rate, decimals))
    return value === truncated(rate, decimals) ? 'rate-truncated' : 'rate-wrong'
  return falsely ? 'rate-hides-somebody' : null
}

function wordingProblem(printed: Printed | null): PublishedProblemCode | null {
  if (printed === null) return 'rate-unreadable'
  const { value, decimals, vague } = printed
  if (value > hundred(decimals) || (vague && value === hundred(decimals))) return 'rate-above-100'
  return vague ? 'rate-not-exact' : null
}

/** What the counts print as: at the decimals of the publication, but at least two. */
function expectedText(printed: Printed | null, rate: Rate | null): string | null {
  if (!printed || !rate || rate.whole === 0) return null
  const decimals = Math.max(2, printed.decimals)
  return printedAs(roundedPercent(rate, decimals), { ...printed, decimals })
}

function rateProblems({ name, text, rate }: PublishedRate): readonly PublishedProblem[] {
  const printed = readPrinted(text)
  const code = wordingProblem(printed) ?? (printed && rate ? mismatch(printed, rate) : null)
  if (code === null) return []
  const numbers: PublishedProblem['numbers'] = rate === null ? {} : { ...rate }
  return [{ code, figure: name, published: text, expected: expectedText(printed, rate), numbers }]
}

/** A printed number at fewer decimals, rounded half-up. */
function coarser({ value, decimals }: Printed, fewer: number): bigint {
  const step = 10n ** BigInt(decimals - fewer)
  return (2n * value + step) / (2n * step)
}

/** Whether two prints may be one figure: equal at the decimals of the coarser one. */
function agree(a: PublishedRate, b: PublishedRate): boolean {
  const [one, other] = [readPrinted(a.text), readPrinted(b.text)]
  if (!one || !other) return a.text.trim() === b.text.trim()
  const decimals = Math.min(one.decimals, other.decimals)
  return coarser(one, decimals) === coarser(other, decimals)
}

function overallProblems(overall: readonly PublishedRate[]): readonly PublishedProblem[] {
  const [one, ...others] = overall
  const other = others.find(rate => one !== undefined && !agree(rate, one))
  if (!one || !other) return []
  const published = `${one.text} ≠ ${other.text}`
  return [{ code: 'two-overall-rates', figure: one.name, published, expected: null, numbers: {} }]
}

/** Several contents with one and the same rate, no counts and not 100 %: a mean written as if it were each content's (Duy Xuyên 2020). */
function sharedRateProblems(contents: readonly PublishedRate[]): readonly PublishedProblem[] {
  const [one] = contents
  if (!one || contents.length < 3 || agree(one, { ...one, text: '100' })) return []
  if (!contents.every(rate => rate.rate === null && agree(rate, one))) return []
  const numbers = { contents: contents.length }
  return [{ code: 'contents-share-one-rate', figure: one.name, published: one.text, expected: null, numbers }]
}

function dateProblems({ collectionEnded, reported }: Published): readonly PublishedProblem[] {
  if (collectionEnded === null || reported === null || reported >= collectionEnded) return []
  const figure = 'reported'
  return [
    {
      code: 'reported-before-collection-ended',
      figure,
      published: reported,
      expected: collectionEnded,
      numbers: {},
    },
  ]
}

/** Everything in a published survey that contradicts its own counts, itself or the calendar. Empty means nothing was found. */
export function checkPublished(published: Published): readonly PublishedProblem[] {
  const { coverage, overall, contents } = published
  const rates = [...(coverage ? [coverage] : []), ...overall, ...contents]
  return [
    ...rates.flatMap(rateProblems),
    ...overallProblems(overall),
    ...sharedRateProblems(contents),
    ...dateProblems(published),
  ]
}
