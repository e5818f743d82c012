import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followChain, type StoredLink } from '#app/audit/chain.ts'
import { type AuditRecord, writeActor } from '#app/audit/event.ts'
import type { AccountId, CampaignId } from '#app/basics/ids.ts'
import { genesis, hashOfLink, recordDigest, type Scheme } from '#app/basics/log-chain.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const start = { seq: 0, hash: genesis }

const record = (seq: number): AuditRecord => ({
  seq,
  at: `2026-03-02T02:00:${String(seq % 60).padStart(2, '0')}.000Z`,
  actor: 'resident',
  campaignId: '00000000-0000-4000-8000-000000000000' as CampaignId,
  kind: 'ballot.received',
  detail: { channel: 'self', count: seq },
})

const linkHash = (previous: string, one: AuditRecord, scheme: Scheme): string =>
  hashOfLink(previous, { record: one, scheme }, sha256)

/** The first links are of the old scheme, as in a log that was begun before the new one. */
const lastOfOldScheme = 4

const schemeOf = (seq: number): Scheme => (seq <= lastOfOldScheme ? 1 : 2)

const chainOf = (length: number): readonly StoredLink[] => {
  const links: StoredLink[] = []
  for (let seq = 1; seq <= length; seq += 1) {
    const [one, scheme] = [record(seq), schemeOf(seq)]
    links.push({ ...one, scheme, hash: linkHash(links.at(-1)?.hash ?? genesis, one, scheme) })
  }
  return links
}

const chain = chainOf(12)
const last = chain.at(-1)?.hash

test('the hash of a link is SHA-256 over a text anybody can write down', () => {
  const text = `["${genesis}",1,"2026-03-02T02:00:01.000Z","resident","00000000-0000-4000-8000-000000000000","ballot.received",[["channel","self"],["count",1]]]`
  expect(linkHash(genesis, record(1), 1)).toBe(sha256(text))
})

test('since scheme 2 it is SHA-256 over the previous hash and the digest of what happened', () => {
  const text = `[1,"2026-03-02T02:00:01.000Z","resident","00000000-0000-4000-8000-000000000000","ballot.received",[["channel","self"],["count",1]]]`
  expect(recordDigest(record(1), sha256)).toBe(sha256(text))
  expect(linkHash(genesis, record(1), 2)).toBe(sha256(`["${genesis}","${sha256(text)}"]`))
})

test('a link passed off as of the other scheme breaks the chain at its place', () => {
  const turned = (seq: number) =>
    chain.map(link =>
      link.seq === seq ? { ...link, scheme: link.scheme === 1 ? (2 as const) : (1 as const) } : link,
    )
  for (const seq of [2, 7])
    expect(followChain(start, turned(seq), sha256)).toEqual({
      ok: false,
      broken: { seq, code: 'link-altered' },
    })
})

test('an untouched chain holds, and an empty one too', () => {
  expect(followChain(start, chain, sha256)).toEqual({ ok: true, seq: 12, hash: last })
  expect(followChain(start, [], sha256)).toEqual({ ok: true, ...start })
})

test('following in pieces of any size ends where following at once does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), cut => {
      const first = followChain(start, chain.slice(0, cut), sha256)
      if (!first.ok) throw new Error(first.broken.code)
      expect(followChain(first, chain.slice(cut), sha256)).toEqual({ ok: true, seq: 12, hash: last })
    }),
  )
})

test('the order in which details were written or read back is all the same', () => {
  const turned = { ...record(1), detail: { count: 1, channel: 'self' } }
  for (const scheme of [1, 2] as const)
    expect(linkHash(genesis, turned, scheme)).toBe(linkHash(genesis, record(1), scheme))
})

const changes: { readonly [member: string]: Partial<StoredLink> } = {
  at: { at: '2026-03-02T02:00:05.001Z' },
  actor: { actor: 'system' },
  campaignId: { campaignId: null },
  kind: { kind: 'ballot.mixed' },
  'a value of detail': { detail: { channel: 'self', count: 6 } },
  'a number as text': { detail: { channel: 'self', count: '5' } },
  'a name of detail': { detail: { means: 'self', count: 5 } },
  'one detail more': { detail: { channel: 'self', count: 5, more: 1 } },
  hash: { hash: genesis },
}

test.each(Object.entries(changes))('a changed %s breaks the chain at its link', (_, change) => {
  const altered = chain.map(link => (link.seq === 5 ? { ...link, ...change } : link))
  expect(followChain(start, altered, sha256)).toEqual({
    ok: false,
    broken: { seq: 5, code: 'link-altered' },
  })
})

test('a link altered together with its own hash breaks the chain at the next one', () => {
  const forged = { ...record(5), actor: 'system' }
  const links = chain.map(link =>
    link.seq === 5 ? { ...link, ...forged, hash: linkHash(chain[3]?.hash ?? '', forged, link.scheme) } : link,
  )
  expect(followChain(start, links, sha256)).toEqual({
    ok: false,
    broken: { seq: 6, code: 'link-altered' },
  })
})

test('a link taken out, put twice or swapped is found at its place', () => {
  const without = chain.filter(link => link.seq !== 5)
  const twice = chain.flatMap(link => (link.seq === 5 ? [link, link] : [link]))
  const swapped = [...chain.slice(0, 4), ...chain.slice(4, 6).reverse(), ...chain.slice(6)]
  const missing = (seq: number) => ({ ok: false, broken: { seq, code: 'link-missing' } })
  expect(followChain(start, without, sha256)).toEqual(missing(5))
  expect(followChain(start, twice, sha256)).toEqual(missing(6))
  expect(followChain(start, swapped, sha256)).toEqual(missing(5))
  expect(followChain(start, chain.slice(1), sha256)).toEqual(missing(1))
})

test('a chain cut off at its end still holds: only a head kept elsewhere tells, so the head is always shown', () => {
  const cut = followChain(start, chain.slice(0, 9), sha256)
  expect(cut).toEqual({ ok: true, seq: 9, hash: chain[8]?.hash })
  expect(cut.ok && cut.hash).not.toBe(last)
})

test('an actor is written by id, a household and the system by what they are', () => {
  expect(writeActor({ kind: 'account', id: 'a-1' as AccountId })).toBe('a-1')
  expect(writeActor({ kind: 'resident' })).toBe('resident')
  expect(writeActor({ kind: 'system' })).toBe('system')
})
