import { isOldFont, keyOf, numberKey } from './clean.ts'
import type { Finding, LinePlace, ProblemKind, RegisterHousehold, WarningKind } from './findings.ts'
import type { LineCells } from './line.ts'
import type { VillageReader } from './village.ts'

type Problem = Finding<ProblemKind>
type Warning = Finding<WarningKind>

/** Everything found so far, over all sheets, with what is needed to see repetitions. Only this folder writes to it. */
export type Ledger = {
  readonly villages: VillageReader
  readonly households: RegisterHousehold[]
  readonly problems: Problem[]
  readonly warnings: Warning[]
  /** The first line of each number + name, each name, each number of a village. */
  readonly seen: Map<string, LinePlace>
  /** Spellings without accents already warned of. */
  readonly spellings: Set<string>
  /** Households taken by village. */
  readonly counts: Map<string, number>
}

export const newLedger = (villages: VillageReader): Ledger => ({
  villages,
  households: [],
  problems: [],
  warnings: [],
  seen: new Map(),
  spellings: new Set(),
  counts: new Map(),
})

/** A line that reads as a household, with the section it stands in as written and whether the list has a column of numbers. */
export type Candidate = {
  readonly place: LinePlace
  readonly cells: LineCells
  readonly section: string | null
  readonly numbersExpected: boolean
}

type Settled =
  | { readonly household: RegisterHousehold; readonly loose: boolean }
  | { readonly problem: Problem }

const villageText = ({ cells, section }: Candidate) => cells.village || section || ''

/** A household, or the first reason why not: the name, then the village. */
function settle(candidate: Candidate, villages: VillageReader): Settled {
  const { place, cells } = candidate
  const refuse = (kind: ProblemKind, quote: string, near?: readonly string[]): Settled => ({
    problem: { ...place, kind, quote, ...(near ? { villages: near } : {}) },
  })
  if (cells.name === '') return refuse('missing-name', cells.number ?? cells.order ?? '')
  if (isOldFont(cells.name) || !/\p{L}/u.test(cells.name)) return refuse('unreadable-name', cells.name)
  const text = villageText(candidate)
  if (text === '') return refuse('missing-village', cells.name)
  const match = villages.read(text)
  if (!match.found) return refuse(match.ambiguous ? 'ambiguous-village' : 'unknown-village', text, match.near)
  return {
    household: { ...place, number: cells.number, name: cells.name, village: match.village },
    loose: match.loose,
  }
}

type Keys = { readonly name: string; readonly number: string | null; readonly both: string | null }

function keysOf({ village, name, number }: RegisterHousehold): Keys {
  const key = (...parts: readonly string[]) => JSON.stringify([village, ...parts])
  const nameKey = keyOf(name)
  if (number === null) return { name: key('name', nameKey), number: null, both: null }
  const numbered = numberKey(number)
  return { name: key('name', nameKey), number: key('number', numbered), both: key('both', numbered, nameKey) }
}

const placeOf = ({ row, sheet }: LinePlace): LinePlace => (sheet === undefined ? { row } : { row, sheet })

function remember(seen: Map<string, LinePlace>, keys: Keys, place: LinePlace): void {
  for (const key of [keys.name, keys.number, keys.both])
    if (key !== null && !seen.has(key)) seen.set(key, place)
}

/** What a household shares with an earlier one without being the same line again, or lacks. */
function likenesses(ledger: Ledger, household: RegisterHousehold, keys: Keys): readonly Warning[] {
  const place = placeOf(household)
  const name = ledger.seen.get(keys.name)
  const number = keys.number === null ? undefined : ledger.seen.get(keys.number)
  const warnings: Warning[] = []
  if (name) warnings.push({ ...place, kind: 'same-name', quote: household.name, other: name })
  if (number) warnings.push({ ...place, kind: 'same-number', quote: household.number ?? '', other: number })
  return warnings
}

function villageWarnings(
  ledger: Ledger,
  candidate: Candidate,
  taken: { village: string; loose: boolean },
): readonly Warning[] {
  const { place, cells, section } = candidate
  const quote = villageText(candidate)
  const warnings: Warning[] = []
  if (taken.loose && !ledger.spellings.has(quote))
    warnings.push({ ...place, kind: 'village-spelling', quote, villages: [taken.village] })
  if (taken.loose) ledger.spellings.add(quote)
  const around = cells.village !== '' && section !== null ? ledger.villages.read(section) : null
  if (around?.found && around.village !== taken.village)
    warnings.push({ ...place, kind: 'village-differs', quote, villages: [around.village] })
  return warnings
}

/** Takes a household line into the ledger, or lists why it is left out: its name, its village, or a repetition of an earlier line. */
export function takeHousehold(ledger: Ledger, candidate: Candidate): void {
  const settled = settle(candidate, ledger.villages)
  if ('problem' in settled) {
    ledger.problems.push(settled.problem)
    return
  }
  const { household, loose } = settled
  const keys = keysOf(household)
  const same = keys.both === null ? undefined : ledger.seen.get(keys.both)
  const place = placeOf(household)
  if (same) {
    const quote = [household.number, household.name, household.village].join(', ')
    ledger.problems.push({ ...place, kind: 'duplicate', quote, other: same })
    return
  }
  const unnumbered: readonly Warning[] =
    household.number === null && candidate.numbersExpected
      ? [{ ...place, kind: 'missing-number', quote: household.name }]
      : []
  const villages = villageWarnings(ledger, candidate, { village: household.village, loose })
  ledger.warnings.push(...likenesses(ledger, household, keys), ...unnumbered, ...villages)
  remember(ledger.seen, keys, place)
  ledger.households.push(household)
  ledger.counts.set(household.village, (ledger.counts.get(household.village) ?? 0) + 1)
}
