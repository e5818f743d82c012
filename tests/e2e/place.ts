import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Port of the product under test; the same reading as playwright.config.ts. */
const port = process.env.E2E_PORT ?? '4319'

export const origin = `http://localhost:${port}`

/** Folder of the data behind a port, so that tests find the demonstration's lists. */
export const dataDirOf = (of: string): string => join(tmpdir(), `long-dan-e2e-${of}`)

const rowsOf = (list: string): readonly (readonly string[])[] =>
  readFileSync(join(dataDirOf(port), 'demo', `${list}.csv`), 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map(line => line.split(','))

/** Password of a demonstration account. */
export const passwordOf = (user: string): string => {
  const row = rowsOf('accounts').find(([name]) => name === user)
  if (!row?.[1]) throw new Error(`no account ${user}`)
  return row[1]
}

/** Takes what nobody else has taken, in whichever worker and project: the file can be made only once. */
const takeOnce = (kind: string, name: string): boolean => {
  const folder = join(dataDirOf(port), 'taken', kind)
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(join(folder, name), '', { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** Codes of a village of the collecting round, whose households had not answered when the demonstration was made. */
export const codesOf = (village: string): readonly string[] =>
  rowsOf('codes').flatMap(([code, of]) => (code && of === village ? [code] : []))

/** A household code of the collecting round that no other test has or will have. */
export const takeCode = (): string => {
  const free = rowsOf('codes').find(([code]) => code && takeOnce('codes', code))
  if (!free?.[0]) throw new Error('the demonstration has no free code left')
  return free[0]
}

/** A number from 0 to 899 that no other test has. */
export const takeNumber = (): number => {
  const free = Array.from({ length: 900 }, (_, at) => at).find(at => takeOnce('numbers', String(at)))
  if (free === undefined) throw new Error('no number left')
  return free
}
