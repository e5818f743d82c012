import type { Channel } from '#app/ballot/ballot.ts'
import type { Day } from '#app/basics/day.ts'
import type { Title } from '#app/programme/titles.ts'
import type { Content } from '#app/questionnaire/questionnaire.ts'
import type { Results } from '#app/verdict/compute.ts'
import type { Frozen } from '#app/verdict/frozen.ts'
import { type Filled, fillWording, otherIssuer, type WordedPaper, type Wordings } from './paper-wording.ts'
import type { DrawOnPaper } from './sample-text.ts'

/** A text that a household left: a reason for one content (its key), or an other opinion (null). */
export type Opinion = { readonly content: string | null; readonly body: string }

/** Households that answered by one means on one day. */
export type TurnoutLine = { readonly channel: Channel; readonly day: Day; readonly households: number }

/** A village counted by hand: how many of its collected ballots came in one by one, how many stand on its sheet. */
export type HandCounted = { readonly name: string; readonly ballots: number; readonly byHand: number }

/** What lets anybody check a paper later. */
export type Traces = {
  /** The campaign's version; from 2 on, those before it with the day and the reason of their end. */
  readonly version: number
  readonly earlier: readonly {
    readonly version: number
    readonly closedOn: Day
    readonly reopenedOn: Day
    readonly reason: string
  }[]
  /** Roots over the receipts of each village (64 hex digits), null where none was given; ballots that could not be read. */
  readonly villages: readonly {
    readonly name: string
    readonly receiptsRoot: string | null
    readonly unreadable: number
  }[]
  /** The last link of the log when the paper was made. */
  readonly auditHead: { readonly seq: number; readonly hash: string }
  /** The data fingerprint taken at closing (mã dữ liệu khi khóa), 64 hex digits; null for a campaign closed before there were any. */
  readonly fingerprint: string | null
}

/** A closed campaign as its papers need it. */
export type Survey = Frozen & {
  readonly campaign: {
    readonly name: string
    readonly title: Title
    readonly communeName: string
    readonly startsOn: Day
    readonly endsOn: Day
    readonly openedOn: Day
    readonly closedOn: Day
  }
  readonly provinceName: string
  readonly results: Results
  readonly turnout: readonly TurnoutLine[]
  readonly opinions: readonly Opinion[]
  /** Villages counted by hand, wholly or beside ballots that came in one by one. */
  readonly handCounted: readonly HandCounted[]
  readonly traces: Traces
  /** Letters of people without a code, and how many were answered: apart from every count of ballots. */
  readonly letters?: { readonly received: number; readonly answered: number }
  /** Whether it is one commune's part of a joint campaign, which alone carries a verdict. */
  readonly partOfJoint?: boolean
  /** The draw where a sample was asked; absent or null where everybody was. */
  readonly sample?: DrawOnPaper | null
  /** What the province says in place of the usual words, by paper; absent where it says nothing. */
  readonly wording?: Wordings
  /** Whether everything in it is made up. */
  readonly demonstration: boolean
}

/** A content with its number on the ballot, counted from 1. */
export type NumberedContent = { readonly number: number; readonly content: Content }

/** The content of this key. Throws for a key that is not on the ballot: figures and questionnaire come from one campaign. */
export const findContent = ({ questionnaire }: Survey, key: string): NumberedContent => {
  const index = questionnaire.contents.findIndex(content => content.key === key)
  const content = questionnaire.contents[index]
  if (!content) throw new Error(`no content ${key} in questionnaire ${questionnaire.id}`)
  return { number: index + 1, content }
}

/** The words of the province for one paper, filled in; `villageName` for minutes. */
export const wordedBy = (survey: Survey, paper: WordedPaper, villageName?: string): Filled => {
  const { campaign, provinceName, wording } = survey
  return fillWording(wording?.[paper], {
    ...{
      communeName: campaign.communeName,
      provinceName,
      campaignName: campaign.name,
      title: campaign.title,
    },
    ...otherIssuer(paper, provinceName),
    year: campaign.endsOn.slice(0, 4),
    ...(villageName === undefined ? {} : { villageName }),
  })
}
