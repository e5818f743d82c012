import { no, ok, type Result } from '#app/basics/result.ts'
import {
  type DrawFault,
  type DrawSeed,
  drawVillage,
  inLotOrder,
  isCount,
  type Listed,
  lotOf,
  readSeed,
  type SampleList,
  type TextSha256,
  type VillageDraw,
  villagesOf,
} from './sample.ts'

/** A chance as two whole numbers, exact. */
export type Chance = { readonly part: number; readonly whole: number }

/** A commune or village with its households. */
type Unit<T> = { readonly names: readonly string[]; readonly size: number; readonly holds: T }

type Picked<T> = { readonly unit: Unit<T>; readonly chance: Chance }

const certain: Chance = { part: 1, whole: 1 }
const sizeOf = (units: readonly Unit<unknown>[]): number => units.reduce((sum, { size }) => sum + size, 0)

/** Hex digits of a lot that are read as a number: 52 bits, exact in a double. */
const lotDigits = 13

type Drawing = { readonly by: DrawSeed; readonly sha256: TextSha256; readonly stage: readonly string[] }

/** A whole number from 0 up to, not including, `limit`: the first lot that lies below the last whole multiple of `limit`, so that no number is likelier. */
function uniformBelow(limit: number, { by, sha256, stage }: Drawing): number {
  const fair = Math.floor(16 ** lotDigits / limit) * limit
  for (let count = 0; ; count += 1) {
    const lot = lotOf(by, ['start', ...stage, String(count)], sha256)
    const number = Number.parseInt(lot.slice(0, lotDigits), 16)
    if (number < fair) return number % limit
  }
}

/** Units so large that they belong to every sample of `count`, taken out until none is left. */
function takeCertain<T>(units: readonly Unit<T>[], count: number) {
  let [taken, rest, left]: [Unit<T>[], readonly Unit<T>[], number] = [[], units, count]
  while (left > 0) {
    const whole = sizeOf(rest)
    const large = rest.filter(({ size }) => size * left >= whole)
    if (large.length === 0) break
    taken = [...taken, ...large]
    rest = rest.filter(({ size }) => size * left < whole)
    left = count - taken.length
  }
  return { taken, rest, left }
}

/**
 * Draws `count` units with chances in proportion to size: the units laid end to end in the order of their lots, a start
 * drawn below the whole, and equal steps from it (systematic sampling; Madow 1949). Positions are whole numbers scaled by
 * `count`, so chances are exactly count × size ÷ whole.
 */
function drawBySize<T>(units: readonly Unit<T>[], count: number, drawing: Drawing): readonly Picked<T>[] {
  const { taken, rest, left } = takeCertain(units, count)
  const sure = taken.map(unit => ({ unit, chance: certain }))
  if (left === 0) return sure
  const { by, sha256, stage } = drawing
  const line = inLotOrder(rest, { ...by, sha256, namesOf: unit => ['unit', ...stage, ...unit.names] })
  const whole = sizeOf(line)
  const start = uniformBelow(whole, drawing)
  const hits: Picked<T>[] = []
  let end = 0
  for (const unit of line) {
    end += unit.size * left
    if (start + hits.length * whole < end) hits.push({ unit, chance: { part: left * unit.size, whole } })
  }
  return [...sure, ...hits]
}

/** What is drawn at each stage; where there is less, all of it is taken. */
export type StageSizes = {
  readonly communes: number
  readonly villagesPerCommune: number
  readonly householdsPerVillage: number
}

/** One village of a staged draw. A household's chance is the product of the three; its weight is one over it. */
export type StagedVillage = VillageDraw & {
  readonly chances: { readonly commune: Chance; readonly village: Chance; readonly household: Chance }
}

export type StagedDraw = DrawSeed & {
  readonly households: number
  readonly size: number
  readonly villages: readonly StagedVillage[]
}

type Village = Unit<readonly Listed[]>
type Commune = Unit<readonly Village[]>

function communesOf(list: SampleList): readonly Commune[] {
  const communes = new Map<string, Village[]>()
  for (const households of villagesOf(list)) {
    const [first] = households
    if (!first) continue
    const name = first.commune ?? ''
    const village = { names: [name, first.village], size: households.length, holds: households }
    communes.set(name, [...(communes.get(name) ?? []), village])
  }
  return [...communes].map(([name, holds]) => ({ names: [name], size: sizeOf(holds), holds }))
}

function drawInCommune(
  commune: Picked<readonly Village[]>,
  { villagesPerCommune, householdsPerVillage }: StageSizes,
  { by, sha256 }: { readonly by: DrawSeed; readonly sha256: TextSha256 },
): readonly StagedVillage[] {
  const { holds, names } = commune.unit
  const drawing = { by, sha256, stage: ['village', ...names] }
  return drawBySize(holds, Math.min(villagesPerCommune, holds.length), drawing).map(({ unit, chance }) => {
    const share = Math.min(householdsPerVillage, unit.size)
    const chances = { commune: commune.chance, village: chance, household: { part: share, whole: unit.size } }
    return { ...drawVillage(unit.holds, { share, by, sha256 }), chances }
  })
}

const inListOrder = (a: StagedVillage, b: StagedVillage): number => {
  const [one, other] = [`${a.commune}\t${a.village}`, `${b.commune}\t${b.village}`]
  return one < other ? -1 : 1
}

export type StagedFault = DrawFault | 'sample-list-without-communes'

/**
 * The draw of a district or province: communes, in each of them villages, both with chances in proportion to their
 * households, then the same number of households in every village. So every household has the same chance
 * (communes × villages × households ÷ all) wherever no unit is so large that it is certain; chances say where one is.
 */
export function drawStages(
  list: SampleList,
  options: StageSizes & { readonly seed: string },
  sha256: TextSha256,
): Result<StagedDraw, StagedFault> {
  const seed = readSeed(options.seed)
  if (seed === null) return no('sample-seed')
  const { communes: count, villagesPerCommune, householdsPerVillage } = options
  if (![count, villagesPerCommune, householdsPerVillage].every(size => isCount(size, 1)))
    return no('sample-size')
  if (list.households[0]?.commune === null) return no('sample-list-without-communes')
  const all = communesOf(list)
  if (count > all.length) return no('sample-larger-than-list')
  const by = { seed, hash: list.hash }
  const picked = drawBySize(all, count, { by, sha256, stage: ['commune'] })
  const villages = picked
    .flatMap(commune => drawInCommune(commune, options, { by, sha256 }))
    .sort(inListOrder)
  const size = villages.reduce((sum, { drawn }) => sum + drawn.length, 0)
  return ok({ ...by, households: list.households.length, size, villages })
}
