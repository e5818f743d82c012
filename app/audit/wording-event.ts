/** A province's own words for a paper, by the version; emptied ones are the usual words again. */
export type WordingEvent = {
  readonly kind: 'wording.edited'
  readonly paper: string
  readonly version: number
}
