import type { Day } from '#app/basics/day.ts'
import type { Rate } from '#app/tally/rate.ts'

/** A part of a phrase: words, or a figure that is kept exact until the paper is printed. */
export type Piece =
  | string
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'rate'; readonly rate: Rate }
  | { readonly kind: 'day'; readonly day: Day }

/** Words and figures in the order in which they are read. Papers are in Vietnamese, the language of state papers. */
export type Phrase = readonly Piece[]

/** A number of households or ballots. */
export const count = (of: number): Piece => ({ kind: 'count', count: of })

/** A rate, printed with its sign. */
export const rate = (of: Rate): Piece => ({ kind: 'rate', rate: of })

/** A calendar day. */
export const day = (of: Day): Piece => ({ kind: 'day', day: of })

const isPhrase = (value: Piece | Phrase): value is Phrase => Array.isArray(value)

/** Writes a phrase as a template, `` say`${count(3)} hộ` ``; a phrase inside becomes part of the whole. */
export const say = (words: TemplateStringsArray, ...values: readonly (Piece | Phrase)[]): Phrase =>
  words
    .flatMap((word, i): readonly Piece[] => {
      const value = values[i]
      if (value === undefined) return [word]
      return isPhrase(value) ? [word, ...value] : [word, value]
    })
    .filter(piece => piece !== '')

/** A rate as a paper must give it, never without its counts and base: `90,00 % (9/10 phiếu)`. `unit` names what is counted. */
export const rateOf = (of: Rate, unit: string): Phrase =>
  say`${rate(of)} (${count(of.part)}/${count(of.whole)} ${unit})`

/** Phrases one after another with words between them. */
export const join = (phrases: readonly Phrase[], between: string): Phrase =>
  phrases.flatMap((phrase, i) => (i === 0 ? phrase : [between, ...phrase]))
