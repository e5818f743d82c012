import { readFileSync, writeFileSync } from 'node:fs'

const ourChildren = `/proc/self/task/${process.pid}/children`

/** The process in which the product runs: the child that was started by `scripts/start.mjs`. Linux alone tells. */
export function startedProcess(): number {
  const found = readFileSync(ourChildren, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
    .find(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('scripts/start.mjs'))
  if (found === undefined) throw new Error('the product does not run')
  return found
}

const mebibytes = (pid: number, field: 'VmRSS' | 'VmHWM'): number => {
  const [, kibibytes] =
    new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kibibytes) / 1024
}

/** The memory that a process holds now (resident set, MiB). */
export const memoryNow = (pid: number): number => mebibytes(pid, 'VmRSS')

/** Begins to watch a process; asked later, tells the most memory it held since (resident set, MiB), as its kernel noted. */
export function mostMemorySince(pid: number): () => number {
  // proc(5): 5 sets the highest resident set back to the present one.
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return () => mebibytes(pid, 'VmHWM')
}
