/** One place at which two values differ: the members that lead to it, and both values in short. */
export type Gap = {
  readonly path: readonly (string | number)[]
  readonly expected: string
  readonly found: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const longest = 200

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** Logarithms may differ in the last bits from one program to another; counts are whole and never do. */
const nearly = (a: number, b: number): boolean =>
  a === b || (!Number.isInteger(a) && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)))

const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number' ? nearly(a, b) : a === b

function* gapsIn(expected: unknown, found: unknown, path: readonly (string | number)[]): Generator<Gap> {
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found)) {
    if (!isSame(expected, found)) yield { path, expected: short(expected), found: short(found) }
    return
  }
  const list = Array.isArray(expected)
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const own = (value: Readonly<Record<string, unknown>>) =>
      Object.hasOwn(value, key) ? value[key] : undefined
    yield* gapsIn(own(expected), own(found), [...path, list ? Number(key) : key])
  }
}

/** Where a value read from a pack differs from the one that was computed; the first `most` places. Members that are undefined count as absent. */
export function gapsBetween(expected: unknown, found: unknown, most = 50): readonly Gap[] {
  const gaps: Gap[] = []
  for (const gap of gapsIn(expected, found, [])) {
    if (gaps.length === most) return gaps
    gaps.push(gap)
  }
  return gaps
}
