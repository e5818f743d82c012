/** What happens to samples and to campaigns of several communes. */
export type SampleEvent =
  /** A list fixed for a draw by its hash, and how many households shall be drawn from it. */
  | {
      readonly kind: 'sample.listed'
      readonly hash: string
      readonly households: number
      readonly size: number
      readonly least: number
    }
  | {
      readonly kind: 'sample.drawn'
      readonly hash: string
      readonly seed: string
      readonly source: string
      readonly size: number
    }
  | { readonly kind: 'sample.dropped'; readonly hash: string; readonly seed: string; readonly reason: string }
  /** Households by their places in the order of lots. */
  | {
      readonly kind: 'sample.household-replaced'
      readonly village: string
      readonly out: number
      readonly in: number
      readonly passedOver: number
      readonly reason: string
    }
  | {
      readonly kind: 'joint.created'
      readonly joint: string
      readonly communes: number
      readonly households: number
      readonly hash: string
    }
  | {
      readonly kind: 'joint.started'
      readonly joint: string
      readonly hash: string
      readonly seed: string
      readonly campaigns: number
    }
  | {
      readonly kind: 'joint.frozen'
      readonly joint: string
      readonly rules: string
      readonly version: number
    }
