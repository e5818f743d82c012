/** An expected answer of a rule: a value, or a "no" with a literal code that is also its i18n key. Bugs are thrown, never returned. */
export type Result<T, E extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** Wraps a value as a success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

/** Wraps a literal code as an expected refusal. */
export const no = <E extends string>(error: E): { readonly ok: false; readonly error: E } => ({
  ok: false,
  error,
})
