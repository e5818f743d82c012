import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from './support/database.ts'

const { pool } = await testDatabase()

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'db', 'tests', 'scripts', 'bench'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter(file => /\.(ts|tsx|mjs|css)$/.test(file))

const linesOf = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1

/** Tests and word lists may be long: one is read case by case, the other line by line. */
const limitOf = (file: string): number => {
  if (file.startsWith('tests/') || file.includes('/catalogue/') || file.endsWith('.css')) return 600
  return file.startsWith('app/routes/') ? 150 : 250
}

test('a route is at most 150 lines, any other source at most 250', () => {
  expect(
    files.filter(file => linesOf(file) > limitOf(file)).map(file => `${file}: ${linesOf(file)}`),
  ).toEqual([])
})

test('nothing is called utils, helpers, common or misc', () => {
  expect(files.filter(file => /(^|[/.-])(utils?|helpers?|common|misc)([/.-]|$)/i.test(file))).toEqual([])
})

test('every text in the sources is Unicode NFC', () => {
  const odd = files.filter(file => {
    const text = readFileSync(file, 'utf8')
    return text !== text.normalize('NFC')
  })
  expect(odd).toEqual([])
})

test('what only the server may run says so in its name', () => {
  const folders = /^app\/(services|documents|http)\//
  expect(files.filter(file => folders.test(file) && !basename(file).includes('.server.'))).toEqual([])
})

test('every foreign key of the database has an index that begins with its columns, or finds one row by them', async () => {
  const { rows } = await pool.query(`
    select conrelid::regclass::text as table, conname as constraint from pg_constraint c
    where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
      select 1 from pg_index i where i.indrelid = c.conrelid
      and (
        (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey
        and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] <@ c.conkey
        -- Or finds one row at most by some of them.
        or i.indisunique and i.indpred is null and i.indkey::smallint[] <@ c.conkey
      )
    )`)
  expect(rows).toEqual([])
})

test('no column of a table with answers can hold a time', async () => {
  const { rows } = await pool.query(`
    select table_name, column_name from information_schema.columns
    where table_name in ('ballot', 'inbox', 'opinion', 'tally') and data_type ~ 'time|date'`)
  expect(rows).toEqual([])
})
