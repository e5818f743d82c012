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

/**
 * Dự thảo · Đã ban hành kế hoạch · Đang lấy ý kiến · Đã khóa thu phiếu · Đang niêm yết · Chờ thẩm tra ·
 * Trả lại bổ sung · Đã thẩm tra · Đã đưa vào hồ sơ · Đã hủy (domain §5).
 */
export const states = [
  'draft',
  'planned',
  'collecting',
  'closed',
  'posted',
  'awaiting-verification',
  'returned',
  'verified',
  'filed',
  'cancelled',
] as const

export type State = (typeof states)[number]

/**
 * The steps a campaign can take. Only `reopen` leads back, and makes a new visible version; `return` and `resubmit` hand
 * the same version to and fro between verification and the commune.
 */
export type Step =
  | 'plan'
  | 'open'
  | 'close'
  | 'post'
  | 'submit'
  | 'return'
  | 'resubmit'
  | 'accept'
  | 'file'
  | 'reopen'
  | 'cancel'

const steps: { readonly [step in Step]: { readonly from: readonly State[]; readonly to: State } } = {
  plan: { from: ['draft'], to: 'planned' },
  open: { from: ['draft', 'planned'], to: 'collecting' },
  close: { from: ['collecting'], to: 'closed' },
  post: { from: ['closed'], to: 'posted' },
  submit: { from: ['posted'], to: 'awaiting-verification' },
  return: { from: ['awaiting-verification'], to: 'returned' },
  resubmit: { from: ['returned'], to: 'awaiting-verification' },
  accept: { from: ['awaiting-verification'], to: 'verified' },
  file: { from: ['verified'], to: 'filed' },
  reopen: { from: ['closed', 'posted', 'awaiting-verification', 'returned', 'verified'], to: 'collecting' },
  cancel: { from: ['draft', 'planned', 'collecting'], to: 'cancelled' },
}

/** The state after a step, or why it cannot be taken now. */
export const take = (state: State, step: Step): Result<State, 'campaign-step-not-now'> =>
  steps[step].from.includes(state) ? ok(steps[step].to) : no('campaign-step-not-now')

/** Whether nothing is frozen yet: the register, the villages and the rules may still change. */
export const isBeforeOpening = (state: State): boolean => state === 'draft' || state === 'planned'

/** The states in which the box is closed and counted, so that results may be read. */
export const countedStates: readonly State[] = [
  'closed',
  'posted',
  'awaiting-verification',
  'returned',
  'verified',
  'filed',
]

/** Whether the box is closed and counted. */
export const isCounted = (state: State): boolean => countedStates.includes(state)

/** Whether there are results of it: it is counted, or was before it was reopened. */
export const hasResults = (campaign: { readonly state: State; readonly version: number }): boolean =>
  isCounted(campaign.state) || (campaign.version > 1 && campaign.state === 'collecting')

/** Whether the collecting days are in order. */
export const checkDays = (startsOn: Day, endsOn: Day): Result<null, 'days-reversed'> =>
  startsOn <= endsOn ? ok(null) : no('days-reversed')

/** A village as the campaign froze it at opening: its household count is the whole of every coverage. */
export type FrozenVillage = { readonly name: string; readonly households: number }
