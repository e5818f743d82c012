import type { Channel } from '#app/ballot/ballot.ts'
import type { AccountId, CampaignId } from '#app/basics/ids.ts'
import type { Outcome } from '#app/household/outcome.ts'
import type { AccountEvent } from './account-event.ts'
import type { LogEvent } from './audit-event.ts'
import type { DossierEvent } from './dossier-event.ts'
import type { LanguageEvent } from './language-event.ts'
import type { PublishingEvent } from './publishing-event.ts'
import type { SampleEvent } from './sample-event.ts'
import type { VerificationEvent } from './verification-event.ts'
import type { WordingEvent } from './wording-event.ts'

/** The union of everything that can happen. A kind is `concept.past-participle`; its details are numbers and names, never answers. */
export type AuditEvent =
  | SampleEvent
  | AccountEvent
  | {
      readonly kind: 'campaign.created'
      readonly title: string
      readonly rules: string
      readonly questionnaire: string
    }
  /** An edit by the names of its fields, before or after the plan was issued. */
  | { readonly kind: 'plan.edited'; readonly fields: string }
  | { readonly kind: 'plan.issued'; readonly number: string; readonly on: string }
  | { readonly kind: 'team.added'; readonly team: string; readonly villages: number }
  | { readonly kind: 'team.edited'; readonly team: string; readonly villages: number }
  | { readonly kind: 'team.removed'; readonly team: string }
  | {
      readonly kind: 'campaign.cancelled'
      readonly from: string
      readonly reason: string
      /** Ballots that were deleted with it, by slots used. */
      readonly collected: number
    }
  | { readonly kind: 'campaign.opened'; readonly villages: number; readonly households: number }
  | {
      readonly kind: 'campaign.closed'
      readonly collected: number
      readonly valid: number
      readonly invalid: number
      /** Of the data that closing fixed; whoever edits a row later is found by it. */
      readonly fingerprint: string
      /** Of each village and part of the same data, a line `part about digest` each: they name what was edited. */
      readonly digests: string
    }
  | { readonly kind: 'campaign.key-destroyed' }
  | {
      readonly kind: 'register.checked'
      readonly file: string
      readonly rows: number
      readonly problems: number
    }
  | {
      readonly kind: 'register.imported'
      readonly file: string
      readonly added: number
      readonly known: number
      readonly renumbered: number
      readonly relocated: number
      readonly movedOut: number
    }
  | { readonly kind: 'register.discarded'; readonly file: string }
  | { readonly kind: 'register.exported'; readonly format: string; readonly households: number }
  | { readonly kind: 'register.swept'; readonly households: number }
  /** A household by its id; of a correction the names of the fields, never what stood or stands in them. */
  | { readonly kind: 'household.added'; readonly household: string; readonly village: string }
  | { readonly kind: 'household.corrected'; readonly household: string; readonly fields: string }
  | { readonly kind: 'household.moved-out'; readonly household: string; readonly on: string }
  | { readonly kind: 'household.returned'; readonly household: string; readonly from: string }
  | { readonly kind: 'household.merged'; readonly into: string; readonly households: string }
  | { readonly kind: 'household.deleted'; readonly household: string; readonly households: number }
  | { readonly kind: 'campaign.archive-dated'; readonly on: string }
  | { readonly kind: 'campaign.names-cut'; readonly slots: number; readonly households: number }
  | { readonly kind: 'slot.codes-printed'; readonly village: string; readonly slots: number }
  | { readonly kind: 'slot.letters-printed'; readonly village: string; readonly slots: number }
  | { readonly kind: 'slot.list-printed'; readonly village: string; readonly slots: number }
  | { readonly kind: 'slot.issued'; readonly village: string; readonly slots: number }
  /** Why a household is silent: participation, never an answer. */
  | {
      readonly kind: 'slot.outcome-noted'
      readonly slot: string
      readonly village: string
      readonly outcome: Outcome | 'none'
    }
  | {
      readonly kind: 'slot.outcomes-noted'
      readonly village: string
      readonly outcome: Outcome
      readonly slots: number
    }
  /** A lost code replaced: the slot, and neither the old code nor the new one. */
  | {
      readonly kind: 'slot.code-replaced'
      readonly slot: string
      readonly village: string
      readonly version: number
    }
  | { readonly kind: 'ballot.received'; readonly channel: Channel; readonly count: number }
  /** A household met twice: the later ballot is kept apart, sealed. */
  | { readonly kind: 'double.kept'; readonly village: string; readonly channel: Channel }
  | { readonly kind: 'double.looked-at'; readonly village: string; readonly count: number }
  | { readonly kind: 'meeting.ended'; readonly village: string }
  | { readonly kind: 'collector.assigned'; readonly village: string; readonly collector: string }
  | { readonly kind: 'collector.withdrawn'; readonly village: string; readonly collector: string }
  | {
      readonly kind: 'outbox.imported'
      readonly collector: string
      readonly recorded: number
      readonly stood: number
      readonly unreadable: number
      readonly faulty: number
    }
  | { readonly kind: 'ballot.answered-again'; readonly count: number }
  | { readonly kind: 'ballot.mixed'; readonly village: string; readonly count: number }
  /** Damaged while they waited: set aside, counted as invalid. */
  | { readonly kind: 'ballot.unreadable'; readonly village: string; readonly count: number }
  /** A later answer that was damaged: the household's earlier one stands. */
  | { readonly kind: 'ballot.later-unreadable'; readonly village: string; readonly count: number }
  | {
      readonly kind: 'campaign.reopened'
      readonly version: number
      readonly reason: string
      readonly slots: number
    }
  | {
      readonly kind: 'campaign.posted'
      readonly version: number
      readonly startsOn: string
      readonly days: number
    }
  | {
      readonly kind: 'posting.corrected'
      readonly version: number
      readonly startsOn: string
      readonly days: number
    }
  | { readonly kind: 'posting.opinion-received'; readonly version: number; readonly channel: string }
  | { readonly kind: 'posting.opinion-answered'; readonly version: number; readonly day: string }
  /** Households by how many; what one of them said only by whether it was reached. */
  | {
      readonly kind: 'callback.drawn'
      readonly draw: number
      readonly seed: string
      readonly listHash: string
      readonly households: number
    }
  | { readonly kind: 'callback.entered'; readonly slot: string; readonly outcome: string }
  | { readonly kind: 'campaign.submitted'; readonly version: number; readonly opinions: number }
  | {
      readonly kind: 'sheet.entered'
      readonly village: string
      readonly collected: number
      readonly byHand: number
    }
  | { readonly kind: 'sheet.withdrawn'; readonly village: string }
  /** The minutes of a village were signed on paper; the scan by its hash, empty without one. Who signed is not the log's. */
  | {
      readonly kind: 'minutes.signed'
      readonly village: string
      readonly version: number
      readonly on: string
      readonly number: number
      readonly scan: string
    }
  /** Sheets of a batch by their numbers, households by how many: neither says anything of an answer. */
  | {
      readonly kind: 'batch.opened'
      readonly village: string
      readonly number: number
      readonly sheets: number
    }
  | {
      readonly kind: 'batch.households-ticked'
      readonly village: string
      readonly number: number
      readonly ticked: number
      readonly unticked: number
    }
  | {
      readonly kind: 'batch.sheet-keyed'
      readonly village: string
      readonly number: number
      readonly sheet: number
      readonly reading: string
    }
  | {
      readonly kind: 'batch.sheet-resolved'
      readonly village: string
      readonly number: number
      readonly sheet: number
    }
  | {
      readonly kind: 'batch.closed'
      readonly village: string
      readonly number: number
      readonly sheets: number
    }
  | {
      readonly kind: 'batch.voided'
      readonly village: string
      readonly number: number
      readonly reason: string
    }
  | {
      readonly kind: 'rules.confirmed'
      readonly rules: string
      readonly version: number
      readonly value: string
      readonly document: string
    }
  | LanguageEvent
  | DossierEvent
  | WordingEvent
  | LogEvent
  | PublishingEvent
  | VerificationEvent
  /** An evidence pack: the hash of its bytes, and the fingerprint of its data as they stood. */
  | { readonly kind: 'pack.made'; readonly sha256: string; readonly fingerprint: string }
  | { readonly kind: 'paper.downloaded'; readonly paper: string; readonly sha256: string }
  | { readonly kind: 'deed.refused'; readonly deed: string; readonly place: string }
  /** What follows up to `demonstration.loaded` is made up; `day` is the real day on which it was. */
  | { readonly kind: 'demonstration.begun'; readonly day: string }
  | { readonly kind: 'demonstration.loaded'; readonly campaigns: number }

/** Who did it: an account, a household (unnamed), or the system itself. */
export type Actor =
  | { readonly kind: 'account'; readonly id: AccountId }
  | { readonly kind: 'resident' }
  | { readonly kind: 'system' }

/** One link of the chain, as it is hashed. */
export type AuditRecord = {
  readonly seq: number
  /** Instant in UTC, ISO 8601 with milliseconds. */
  readonly at: string
  readonly actor: string
  readonly campaignId: CampaignId | null
  readonly kind: AuditEvent['kind']
  readonly detail: { readonly [name: string]: string | number }
}

/** The actor as the log writes it. */
export const writeActor = (actor: Actor): string => (actor.kind === 'account' ? actor.id : actor.kind)
