import { no, ok, type Result } from '#app/basics/result.ts'
import type { Outcome } from './outcome.ts'
import { isCount, type Listed, type SampleList, type VillageDraw } from './sample.ts'

/** Ways of saying how many households are drawn: so many in all, a share of them, or the same number in every village. */
export const sizeWays = ['total', 'share', 'each'] as const

export type SizeWay = (typeof sizeWays)[number]

/** What is asked of a draw: `amount` is households, or per cent for a share; `least` households in every village at least. */
export type SizeAsked = { readonly way: SizeWay; readonly amount: number; readonly least: number }

/** Households to draw in all, and the least of every village: what the drawing command takes. */
export type DrawSize = { readonly size: number; readonly least: number }

export type SizeFault =
  | 'sample-amount'
  | 'sample-share'
  | 'sample-least'
  | 'sample-larger-than-list'
  | 'sample-village-smaller'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const sizeEach = (amount: number, villages: readonly number[]): Result<DrawSize, SizeFault> =>
  villages.some(households => households < amount)
    ? no('sample-village-smaller')
    : ok({ size: amount * villages.length, least: amount })

/**
 * The size of a draw over villages of so many households. A share is rounded up to a whole household. Refused where it is
 * more than there are, in all or in one village of which that many were asked, or too little for the least of every village.
 */
export function drawSizeOf(
  { way, amount, least }: SizeAsked,
  villages: readonly number[],
): Result<DrawSize, SizeFault> {
  if (!isCount(amount, 1)) return no('sample-amount')
  if (way === 'each') return sizeEach(amount, villages)
  if (way === 'share' && amount > 100) return no('sample-share')
  if (!isCount(least, 1)) return no('sample-least')
  const all = sum(villages)
  const size = way === 'share' ? Math.ceil((all * amount) / 100) : amount
  if (size > all) return no('sample-larger-than-list')
  return size < sum(villages.map(households => Math.min(households, least)))
    ? no('sample-least')
    : ok({ size, least })
}

/**
 * A household in the published list: its number in the register's order, and the beginning of its id, so that the hash of
 * the list is bound to the households themselves, and no name is in it.
 */
export const listedAs = (position: number, id: string): string =>
  `${String(position).padStart(3, '0')}-${id.slice(0, 8)}`

/** Why a drawn household was replaced, or one of the reserve passed over: as its silence is told, or it is no longer in the register. */
export type ReplaceReason = Outcome | 'gone'

/** Where a household of a drawn village stands. */
export const memberStates = ['drawn', 'reserve', 'replaced', 'passed-over'] as const

export type MemberState = (typeof memberStates)[number]

/** A household of a drawn village: its place in the order of lots, from 1, and how the list names it. */
export type Member = { readonly place: number; readonly listedAs: string; readonly state: MemberState }

/** A village's households in the order of their lots: those drawn, then the reserve. */
export const membersOf = ({ drawn, reserve }: Pick<VillageDraw, 'drawn' | 'reserve'>): readonly Member[] => [
  ...drawn.map((name, at): Member => ({ place: at + 1, listedAs: name, state: 'drawn' })),
  ...reserve.map((name, at): Member => ({ place: drawn.length + at + 1, listedAs: name, state: 'reserve' })),
]

/**
 * Who enters for a household that drops out: the first of the reserve that still lives there; those before it that do not
 * are passed over, each with a trace. Null when the reserve is used up.
 */
export function nextOfReserve<M extends Member>(
  members: readonly M[],
  isThere: (member: M) => boolean,
): { readonly next: M; readonly passedOver: readonly M[] } | null {
  const reserve = members.filter(({ state }) => state === 'reserve').sort((a, b) => a.place - b.place)
  const at = reserve.findIndex(isThere)
  const next = reserve[at]
  return next ? { next, passedOver: reserve.slice(0, at) } : null
}

const fieldsOf = ({ commune, village, household }: Listed): readonly string[] =>
  commune === null ? [village, household] : [commune, village, household]

/** One key for a household wherever it is named, by the list or by a draw. */
export const listKey = (listed: Listed): string => fieldsOf(listed).join('\t')

/** The published list as lines of a table under its headings: what the drawing command reads. */
export const listLines = (list: Pick<SampleList, 'text'>): readonly (readonly string[])[] => {
  const lines = list.text
    .split('\n')
    .filter(Boolean)
    .map(line => line.split('\t'))
  return [lines[0]?.length === 3 ? ['xã', 'thôn', 'hộ'] : ['thôn', 'hộ'], ...lines]
}

/** The households of a list as it was published. */
export const readListText = (text: string): readonly Listed[] =>
  listLines({ text })
    .slice(1)
    .map(fields => {
      const [household = '', village = '', commune = null] = [...fields].reverse()
      return { commune, village, household }
    })

/** A text as one word of a shell's command. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

type Stages = { readonly communes: number; readonly villages: number; readonly households: number }

/** The command that draws the same households again from the published list. `file` is the name under which it was downloaded. */
export const drawCommand = (draw: {
  readonly file: string
  readonly seed: string
  readonly by: DrawSize | Stages
}): string => {
  const sizes =
    'size' in draw.by
      ? `--size ${draw.by.size} --least ${draw.by.least}`
      : `--communes ${draw.by.communes} --villages ${draw.by.villages} --households ${draw.by.households}`
  return `npm run --silent sample:draw -- ${draw.file} --seed ${quoted(draw.seed)} ${sizes}`
}
