import type { AreaPath } from '#app/account/area.ts'
import type { Day } from '#app/basics/day.ts'
import type { AreaId, CampaignId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import type { Title } from '#app/programme/titles.ts'

/** A round (đợt lấy ý kiến): one title, one commune, one set of frozen rules. */
export type Campaign = {
  readonly id: CampaignId
  readonly name: string
  readonly title: Title
  readonly communeId: AreaId
  readonly communeName: string
  readonly communePath: AreaPath
  readonly startsOn: Day
  readonly endsOn: Day
  readonly questionnaireId: string
  readonly rulesId: string
  readonly state: State
}

/** Dự thảo · Đang lấy ý kiến · Đã khóa thu phiếu. */
export const states = ['draft', 'collecting', 'closed'] as const

export type State = (typeof states)[number]

/** The steps a campaign can take; none leads back. */
export type Step = 'open' | 'close'

const steps: { readonly [step in Step]: { readonly from: State; readonly to: State } } = {
  open: { from: 'draft', to: 'collecting' },
  close: { from: 'collecting', to: 'closed' },
}

/** The state after a step, or why it cannot be taken now. */
export const take = (state: State, step: Step): Result<State, 'campaign-step-not-now'> =>
  steps[step].from === state ? ok(steps[step].to) : no('campaign-step-not-now')

/** Whether the collecting days are in order. */
export const checkDays = (startsOn: Day, endsOn: Day): Result<null, 'days-reversed'> =>
  startsOn <= endsOn ? ok(null) : no('days-reversed')

/** A village as the campaign froze it at opening: its household count is the whole of every coverage. */
export type FrozenVillage = { readonly name: string; readonly households: number }
