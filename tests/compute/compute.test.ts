import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { calculateText } from '#app/verdict/calculator.ts'

const folder = mkdtempSync(join(tmpdir(), 'compute-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(argument: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/compute.ts', argument],
    {
      encoding: 'utf8',
    },
  )
  return { status, stderr, output: JSON.parse(stdout) as Record<string, unknown> }
}

function runText(text: string) {
  const path = join(folder, 'survey.json')
  writeFileSync(path, text)
  return run(path)
}

/** The two blocks of the documentation's example: what goes in and what comes out. */
function example(): readonly string[] {
  const text = readFileSync('docs/compute.md', 'utf8')
  return [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(block => block[1] ?? '')
}

describe('the command', () => {
  test('prints for the documented example exactly what the documentation shows', () => {
    const [input = '', shown = ''] = example()
    const { status, stderr, output } = runText(input)
    expect([status, stderr]).toEqual([0, ''])
    expect(output).toEqual(JSON.parse(shown))
  })

  test('exits 2 with problems and no rate where the counts contradict each other', () => {
    const [input = ''] = example()
    const { status, output } = runText(input.replace('"collected": 236', '"collected": 300'))
    expect(status).toBe(2)
    expect(Object.keys(output)).toEqual(['problems'])
    expect(output.problems).toContainEqual(expect.objectContaining({ code: 'collected-above-issued' }))
  })

  test('exits 2 on a file that is not there or not JSON', () => {
    const missing = run(join(folder, 'nowhere.json'))
    expect([missing.status, missing.output.problems]).toMatchObject([2, [{ code: 'file-unreadable' }]])
    const binary = runText('\u0000PK\u0003\u0004')
    expect([binary.status, binary.output.problems]).toMatchObject([2, [{ code: 'not-json' }]])
  })

  test('lists packs and titles', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/compute.ts', '--list'],
      {
        encoding: 'utf8',
      },
    )
    expect(status).toBe(0)
    expect(stdout).toContain('"hd90-2022/district-standard"')
  })
})

test('every further JSON block of the documentation is a file the calculator answers', () => {
  const [, , ...others] = example()
  expect(others.length).toBeGreaterThan(0)
  for (const block of others) expect(calculateText(block).kind).toBe('computed')
})
