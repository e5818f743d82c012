import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { genesis, hashOfLink, type LogRecord, type Scheme } from '#app/basics/log-chain.ts'
import { PackUnreadable } from '#app/dossier/pack-csv.ts'
import { followLog, isOwn, type LogLine, lineOf, readLog, writeLog } from '#app/dossier/pack-log.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const ours = '00000000-0000-4000-8000-000000000001'
const theirs = '00000000-0000-4000-8000-000000000002'

type Link = LogRecord & { readonly hash: string; readonly scheme: Scheme }

/** Links 1 and 2 are of scheme 1; every third belongs to our campaign, one to nobody. */
const chain: Link[] = []
for (let seq = 1; seq <= 9; seq += 1) {
  const record: LogRecord = {
    ...{ seq, at: `2026-03-02T02:00:0${seq}.000Z`, actor: 'system', kind: 'ballot.mixed' },
    campaignId: seq % 3 === 0 || seq === 1 ? ours : seq === 4 ? null : theirs,
    detail: { village: `secret-${seq}`, count: 10 },
  }
  const scheme = seq <= 2 ? 1 : 2
  const hash = hashOfLink(chain.at(-1)?.hash ?? genesis, { record, scheme }, sha256)
  chain.push({ ...record, scheme, hash })
}

const lines = chain.map(link =>
  lineOf(link, { campaignId: ours, isHidden: kind => kind === 'slot.outcome-noted' }, sha256),
)
const head = chain.at(-1)?.hash

test('our lines stand in full, of others only a digest, or a hash where the scheme is old', () => {
  const text = writeLog(lines)
  expect(text).toContain('secret-3')
  for (const seq of [2, 4, 5, 7, 8]) expect(text).not.toContain(`secret-${seq}`)
  expect(lines[1]).toEqual({ seq: 2, scheme: 1, hash: chain[1]?.hash })
  expect(Object.keys(lines[3] ?? {})).toEqual(['seq', 'digest'])
})

test('a log is read back as it was written', () => {
  expect(readLog(writeLog(lines))).toEqual(lines)
  expect(readLog('')).toEqual([])
})

test('the chain is followed from its first link to the head through lines that nobody may read', () => {
  expect(followLog(lines, sha256)).toEqual({ ok: true, seq: 9, hash: head, taken: 1 })
})

const with_ = (seq: number, change: (line: LogLine) => LogLine): readonly LogLine[] =>
  lines.map(line => (line.seq === seq ? change(line) : line))

test('whatever is changed in a line of ours is found at that line', () => {
  const edited = (seq: number, record: object) =>
    with_(seq, line => (isOwn(line) ? { ...line, record: { ...line.record, ...record } } : line))
  for (const change of [
    { at: '2026-03-02T02:00:03.001Z' },
    { actor: 'x' },
    { kind: 'x' },
    { detail: {} },
    { campaignId: theirs },
  ])
    for (const seq of [1, 3, 6])
      expect(followLog(edited(seq, change), sha256)).toEqual({ ok: false, seq, code: 'link-altered' })
})

test('a changed digest of others is found at the next line that can tell, a missing line at its place', () => {
  expect(
    followLog(
      with_(4, line => ({ ...line, digest: genesis }) as LogLine),
      sha256,
    ),
  ).toEqual({ ok: false, seq: 6, code: 'link-altered' })
  expect(
    followLog(
      lines.filter(line => line.seq !== 5),
      sha256,
    ),
  ).toEqual({ ok: false, seq: 5, code: 'link-missing' })
})

test.each([
  ['a line that is no JSON', `${writeLog(lines)}x\n`, /log.jsonl, line 10/],
  ['a line with a member too many', '{"seq":1,"digest":"00","more":1}\n', /line 1/],
  ['a last line that breaks off', writeLog(lines).slice(0, -1), /breaks off/],
])('%s is refused', (_, text, message) => {
  expect(() => readLog(text)).toThrow(PackUnreadable)
  expect(() => readLog(text)).toThrow(message)
})

test('an event of ours that is about a household is followed by its digest, and not read', () => {
  const link = chain[5]
  if (!link) throw new Error('no link')
  const about = { campaignId: ours, isHidden: (kind: string) => kind === link.kind }
  expect(Object.keys(lineOf(link, about, sha256))).toEqual(['seq', 'digest'])
})
