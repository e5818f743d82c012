import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { residentIcon } from '#app/ui/inline-sheet.tsx'

const sources = ['p.js', 'p-sw.js', 'sw.js'].map(
  name => [name, readFileSync(`public/${name}`, 'utf8')] as const,
)

const writtenFor = (source: string, target: ts.ScriptTarget): string =>
  ts.transpileModule(source, { compilerOptions: { target, module: ts.ModuleKind.ESNext } }).outputText

/** Whether a compiler that writes for ECMAScript 2017 finds nothing in it to write in an older way. */
const isOld = (source: string): boolean =>
  writtenFor(source, ts.ScriptTarget.ES2017) === writtenFor(source, ts.ScriptTarget.ESNext)

/** Calls that Chrome 60 and Safari 12 lack, and what would not compile away. */
const young =
  /\.(replaceAll|flatMap|flat|at|allSettled|any|matchAll|fromEntries|replaceChildren|finally|toggleAttribute|trimEnd|trimStart)\(|AbortController|structuredClone|queueMicrotask|globalThis|\(\?<|\bimport\b.*from/

describe.each(sources)('%s', (_name, source) => {
  test('is read by Chrome 60 and Safari 12', () => {
    expect(isOld(source)).toBe(true)
    expect(source).not.toMatch(young)
  })

  test('makes no markup out of text and reaches no other host', () => {
    expect(source).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|\beval\(|https?:\/\//)
  })
})

test.each([
  'const a = b?.c',
  'const a = b ?? c',
  'const a = { ...b }',
  'try { a() } catch { b() }',
  'async function* a() {}',
  'class A { b = 1 }',
])('the check of syntax sees what is too young: %s', source => {
  expect(isOld(source)).toBe(false)
})

test('the icon inside a household’s page is the one that other pages fetch', () => {
  const inPage = decodeURIComponent(residentIcon.replace('data:image/svg+xml,', '')).replaceAll("'", '"')
  expect(inPage).toBe(readFileSync('public/favicon.svg', 'utf8').trim())
})
