import type { RegisterSheet, VerticalMerge } from './sheet.ts'

/** Merges of a column that do not overlap, as Excel allows them; a broken file may say otherwise. */
function apart(merges: readonly VerticalMerge[]): readonly VerticalMerge[] {
  const sorted = [...merges].sort((a, b) => a.from - b.from)
  let end = 0
  return sorted.filter(merge => {
    if (merge.from <= end) return false
    end = merge.to
    return true
  })
}

/** For each row of a column that a merge from above covers, the row the merge starts at (not itself in the map). */
export function mergeStarts(sheet: RegisterSheet, column: number | null): ReadonlyMap<number, number> {
  const last = sheet.rows.at(-1)?.row ?? 0
  const starts = new Map<number, number>()
  for (const { from, to } of apart((sheet.merges ?? []).filter(merge => merge.column === column)))
    for (let row = from + 1; row <= Math.min(to, last); row++) starts.set(row, from)
  return starts
}
