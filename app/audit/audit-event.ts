/** What happens to the log itself: somebody took a copy of a part of it along. */
export type LogEvent = { readonly kind: 'audit.exported'; readonly lines: number }
