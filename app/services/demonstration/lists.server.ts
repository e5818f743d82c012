import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Role, roles } from '#app/account/person.ts'
import type { DemonstrationAccount } from './accounts.server.ts'
import type { FreeCode } from './campaign.server.ts'

/** Where the lists for trying things out lie. Both are plain UTF-8 with one heading line, readable by their owner alone. */
export type ListFiles = { readonly accountsFile: string; readonly codesFile: string }

/** The lists of a demonstration folder. */
export const listFiles = (folder: string): ListFiles => ({
  accountsFile: join(folder, 'accounts.csv'),
  codesFile: join(folder, 'codes.csv'),
})

type Row = readonly string[]

/** Whole and on disk under its name, or not there at all. */
const writeRows = (file: string, rows: readonly Row[]): void => {
  const text = rows.map(row => `${row.join(',')}\n`).join('')
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

const readRows = (file: string): readonly Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map(line => line.split(','))

const codeRows = (codes: readonly FreeCode[]): readonly Row[] => [
  ['code', 'village', 'link'],
  ...codes.map(({ code, village, link }) => [code, village, link]),
]

/** Writes both lists: `user,password,role` and `code,village,link`. No value holds a comma or a quote. */
export const writeLists = (
  folder: string,
  lists: { readonly accounts: readonly DemonstrationAccount[]; readonly codes: readonly FreeCode[] },
): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { accountsFile, codesFile } = listFiles(folder)
  writeRows(accountsFile, [
    ['user', 'password', 'role'],
    ...lists.accounts.map(({ user, password, role }) => [user, password, role]),
  ])
  writeRows(codesFile, codeRows(lists.codes))
}

/** The accounts as listed; none when somebody took the list away. */
export const readAccounts = (folder: string): readonly DemonstrationAccount[] => {
  const { accountsFile } = listFiles(folder)
  if (!existsSync(accountsFile)) return []
  return readRows(accountsFile).flatMap(([user, password, role]) =>
    user && password && isRole(role) ? [{ user, password, role }] : [],
  )
}

const isRole = (text: string | undefined): text is Role => roles.some(role => role === text)

/** Makes the links lead to where the product listens now: another start may use another port. */
export const refreshLinks = (folder: string, publicUrl: string): void => {
  const { codesFile } = listFiles(folder)
  if (!existsSync(codesFile)) return
  const rows = readRows(codesFile)
  const codes = rows.map(([code = '', village = '']) => ({ code, village, link: `${publicUrl}/p/${code}` }))
  if (rows.every((row, at) => row[2] === codes[at]?.link)) return
  writeRows(codesFile, codeRows(codes))
}
