/** What happens in verification. Texts stay in their tables; the log names versions, ids and hashes. */
export type VerificationEvent =
  | {
      readonly kind: 'verification.commented'
      readonly version: number
      readonly comment: string
      readonly about: string
      /** 1 where the dossier is not accepted before it is resolved, else 0. */
      readonly blocking: number
    }
  | { readonly kind: 'verification.comment-answered'; readonly version: number; readonly comment: string }
  | { readonly kind: 'verification.comment-resolved'; readonly version: number; readonly comment: string }
  | {
      readonly kind: 'verification.returned'
      readonly version: number
      readonly return: string
      readonly deadline: string
      readonly reasons: number
    }
  | { readonly kind: 'verification.resubmitted'; readonly version: number; readonly return: string }
  | {
      readonly kind: 'verification.accepted'
      readonly version: number
      readonly note: string
      readonly sha256: string
    }
  /** The second signature locks the version. */
  | {
      readonly kind: 'verification.signed'
      readonly version: number
      readonly note: string
      readonly sha256: string
      readonly position: number
    }
