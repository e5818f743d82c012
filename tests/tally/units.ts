import type { ContentCounts, UnitCounts } from '#app/tally/counts.ts'

const line = ([satisfied, dissatisfied, blank]: readonly [number, number, number]): ContentCounts => ({
  satisfied,
  dissatisfied,
  blank,
})

type Lines = readonly (readonly [number, number, number])[]

/** A village that adds up: every ballot handed out came back and is valid, unless said otherwise. */
export function village(lines: Lines, given: Partial<UnitCounts> = {}): UnitCounts {
  const valid = lines[0] ? lines[0][0] + lines[0][1] + lines[0][2] : 0
  const collected = valid + (given.invalid ?? 0)
  return {
    name: 'Thôn Đông',
    commune: 'Xã Tân Hòa',
    households: collected,
    issued: collected,
    collected,
    invalid: 0,
    contents: lines.map(line),
    anyDissatisfied: null,
    ...given,
  }
}
