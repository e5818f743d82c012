/** What happens to further languages of a questionnaire (a recording by its hash), and to letters of people without a code. */
export type LanguageEvent =
  | {
      readonly kind: 'language.added' | 'language.removed'
      readonly area: string
      readonly questionnaire: string
      readonly tag: string
    }
  | {
      readonly kind: 'language.translated'
      readonly area: string
      readonly questionnaire: string
      readonly tag: string
      readonly contents: number
    }
  | { readonly kind: 'language.frozen'; readonly languages: string }
  | {
      readonly kind: 'clip.added'
      readonly area: string
      readonly questionnaire: string
      readonly tag: string
      readonly content: string
      readonly hash: string
    }
  | {
      readonly kind: 'clip.removed'
      readonly area: string
      readonly questionnaire: string
      readonly tag: string
      readonly content: string
    }
  /** A letter of somebody without a code: neither what it says nor who sent it. */
  | { readonly kind: 'letter.received' }
  | { readonly kind: 'letter.read' | 'letter.answered'; readonly letter: string }
