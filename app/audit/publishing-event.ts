/** What happens to figures and files that leave the product. Rows are ballots by how many. */
export type PublishingEvent =
  /** Results of rounds counted by an earlier release, kept for the public list. */
  | { readonly kind: 'results.kept'; readonly campaigns: number }
  | {
      readonly kind: 'export.started'
      readonly export: string
      readonly format: string
      readonly campaigns: number
    }
  | {
      readonly kind: 'export.finished'
      readonly export: string
      readonly format: string
      readonly rows: number
      readonly sha256: string
    }
  /** The file broke off after so many rows; whoever was taking it in has no whole file. */
  | {
      readonly kind: 'export.failed'
      readonly export: string
      readonly format: string
      readonly rows: number
    }
