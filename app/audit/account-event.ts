/** What can happen to accounts, to sessions and invitations, and to the areas they act in. */
export type AccountEvent =
  | { readonly kind: 'account.created'; readonly username: string; readonly role: string }
  | { readonly kind: 'account.signed-in'; readonly username: string }
  | { readonly kind: 'account.signed-out'; readonly username: string }
  | { readonly kind: 'account.sign-in-failed'; readonly username: string }
  /** The password was right; the session waits for its second step. */
  | { readonly kind: 'account.password-accepted'; readonly username: string }
  | { readonly kind: 'account.second-step-failed'; readonly username: string }
  | { readonly kind: 'account.second-step-set-up'; readonly username: string }
  | { readonly kind: 'account.second-step-removed'; readonly username: string }
  | { readonly kind: 'account.recovery-codes-made'; readonly username: string }
  | { readonly kind: 'account.recovery-code-used'; readonly username: string; readonly left: number }
  | { readonly kind: 'account.password-changed'; readonly username: string }
  | { readonly kind: 'account.reset'; readonly username: string }
  | { readonly kind: 'account.disabled'; readonly username: string }
  | { readonly kind: 'account.enabled'; readonly username: string }
  | {
      readonly kind: 'account.changed'
      readonly username: string
      readonly formerRole: string
      readonly role: string
      /** Codes of the areas it has from now on, joined by commas. */
      readonly areas: string
    }
  | { readonly kind: 'session.ended'; readonly username: string; readonly sessions: number }
  | { readonly kind: 'invitation.made'; readonly name: string; readonly role: string }
  | { readonly kind: 'invitation.accepted'; readonly username: string; readonly role: string }
  | { readonly kind: 'invitation.revoked'; readonly name: string }
  | { readonly kind: 'area.created'; readonly path: string; readonly name: string }
  | { readonly kind: 'area.renamed'; readonly path: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'area.ended'
      readonly path: string
      readonly on: string
      /** Codes of the areas that took its place, joined by commas. */
      readonly successors: string
    }
  | {
      readonly kind: 'area-list.checked'
      readonly file: string
      readonly rows: number
      readonly problems: number
    }
  | { readonly kind: 'area-list.imported'; readonly added: number; readonly renamed: number }
