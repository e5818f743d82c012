/** How verification of a version stands: examined, sent back, accepted (its note waits for signatures), signed. */
export type VerificationState = 'examining' | 'returned' | 'accepted' | 'signed'

/** The same as a list shows it; a version that was reopened is being done again. */
export const standings = ['examining', 'accepted', 'returned', 'redoing', 'signed'] as const
export type VerificationStanding = (typeof standings)[number]

/** Figures that a comment can be on, at a village and a content where they are named. */
export const commentMeasures = [
  'coverage',
  'collected',
  'invalid',
  'satisfied',
  'dissatisfied',
  'blank',
] as const
export type CommentMeasure = (typeof commentMeasures)[number]

/** Papers that a comment can be on. */
export const commentPapers = ['plan', 'minutes', 'tally', 'posting-notice', 'report'] as const
export type CommentPaper = (typeof commentPapers)[number]

/** What a comment is about. Content by its key. */
export type CommentAbout =
  | { readonly kind: 'general' }
  | {
      readonly kind: 'figure'
      readonly measure: CommentMeasure
      readonly villageId: string | null
      readonly content: string | null
    }
  | { readonly kind: 'paper'; readonly paper: CommentPaper }

/** People whose signatures make a note valid. */
export const signaturesNeeded = 2

/** Why a person cannot sign a note that others have signed; null when they can. */
export const whyNotSign = (
  signed: readonly { readonly accountId: string }[],
  accountId: string,
): 'signed-by-you' | 'note-signed' | null => {
  if (signed.length >= signaturesNeeded) return 'note-signed'
  return signed.some(one => one.accountId === accountId) ? 'signed-by-you' : null
}
