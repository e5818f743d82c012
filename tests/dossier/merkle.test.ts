import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hexOf, inclusionProof, merkleTree, verifyInclusion } from '#app/dossier/merkle.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const receipts = (count: number) => Array.from({ length: count }, (_, i) => bytesOf(`biên nhận ${i}`))

/** RFC 6962 §2.1 as it is written: split at the largest power of two below n. */
const rfcRoot = (leaves: readonly Uint8Array[]): Uint8Array => {
  const [only] = leaves
  if (only === undefined) return sha256(new Uint8Array())
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256(Buffer.concat([Buffer.of(1), rfcRoot(leaves.slice(0, split)), rfcRoot(leaves.slice(split))]))
}

const leafOf = (receipt: Uint8Array) => sha256(Buffer.concat([Buffer.of(0), receipt]))
const sortedLeaves = (given: readonly Uint8Array[]) => given.map(leafOf).sort(Buffer.compare)

describe('the tree', () => {
  test('of no receipts has the hash of nothing as its root', () => {
    const tree = merkleTree([], sha256)
    expect(tree.root).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(inclusionProof(tree, bytesOf('a'), sha256)).toBeNull()
  })

  test('of one receipt has its leaf as its root, and an empty proof', () => {
    const [receipt] = receipts(1)
    if (!receipt) throw new Error('no receipt')
    const tree = merkleTree([receipt], sha256)
    const proof = inclusionProof(tree, receipt, sha256)
    expect(tree.root).toBe(hexOf(leafOf(receipt)))
    expect(proof).toEqual({ index: 0, size: 1, path: [] })
    expect(proof && verifyInclusion({ receipt, proof, root: tree.root }, sha256)).toBe(true)
  })

  test('has the root that RFC 6962 defines, for every size up to 70', () => {
    for (let size = 0; size <= 70; size += 1) {
      const given = receipts(size)
      expect(merkleTree(given, sha256).root).toBe(hexOf(rfcRoot(sortedLeaves(given))))
    }
  })

  test('is the same whatever order the receipts came in', () => {
    const given = receipts(23)
    fc.assert(
      fc.property(fc.shuffledSubarray(given, { minLength: given.length }), shuffled => {
        expect(merkleTree(shuffled, sha256)).toEqual(merkleTree(given, sha256))
      }),
    )
  })

  test('changes its root with any receipt left out, added or exchanged', () => {
    const given = receipts(12)
    const roots = given.map((_, i) => merkleTree(given.toSpliced(i, 1), sha256).root)
    const exchanged = given.map((_, i) => merkleTree(given.with(i, bytesOf('khác')), sha256).root)
    const all = [
      merkleTree(given, sha256).root,
      merkleTree(receipts(13), sha256).root,
      ...roots,
      ...exchanged,
    ]
    expect(new Set(all).size).toBe(26)
  })

  test('refuses a receipt that stands twice', () => {
    expect(() => merkleTree([bytesOf('a'), bytesOf('a')], sha256)).toThrow()
  })
})

describe('a proof', () => {
  const flip = (hex: string): string => (hex.startsWith('0') ? `1${hex.slice(1)}` : `0${hex.slice(1)}`)

  test('holds for every receipt of every tree, and is no longer than the tree is high', () => {
    for (const size of [1, 2, 3, 5, 8, 13, 31, 33, 64, 100]) {
      const given = receipts(size)
      const tree = merkleTree(given, sha256)
      for (const receipt of given) {
        const proof = inclusionProof(tree, receipt, sha256)
        expect(proof && verifyInclusion({ receipt, proof, root: tree.root }, sha256)).toBe(true)
        expect(proof?.path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
      }
    }
  })

  test('is not given for a receipt that is not in the tree', () => {
    expect(inclusionProof(merkleTree(receipts(9), sha256), bytesOf('biên nhận 9'), sha256)).toBeNull()
  })

  const anyCase = fc
    .integer({ min: 2, max: 60 })
    .chain(size => fc.record({ size: fc.constant(size), i: fc.nat(size - 1), other: fc.nat(size - 1) }))

  const proved = (size: number, i: number) => {
    const given = receipts(size)
    const tree = merkleTree(given, sha256)
    const receipt = given[i] ?? bytesOf('')
    const proof = inclusionProof(tree, receipt, sha256)
    if (!proof) throw new Error('no proof')
    return { receipt, proof, root: tree.root, given }
  }

  test('holds for no other receipt, no other root and no altered hash', () => {
    fc.assert(
      fc.property(anyCase, ({ size, i, other }) => {
        const { receipt, proof, root, given } = proved(size, i)
        const stranger = other === i ? bytesOf('lạ') : (given[other] ?? bytesOf('lạ'))
        expect(verifyInclusion({ receipt: stranger, proof, root }, sha256)).toBe(false)
        expect(verifyInclusion({ receipt, proof, root: flip(root) }, sha256)).toBe(false)
        for (const [place, hash] of proof.path.entries()) {
          const path = proof.path.with(place, flip(hash))
          expect(verifyInclusion({ receipt, proof: { ...proof, path }, root }, sha256)).toBe(false)
        }
      }),
    )
  })

  test('that is malformed is false and throws nothing', () => {
    const { receipt, proof, root } = proved(11, 4)
    const odd = [
      { ...proof, path: [] },
      { ...proof, path: [...proof.path, root] },
      { ...proof, path: proof.path.map(() => 'không phải hex') },
      { ...proof, path: proof.path.map(hash => hash.toUpperCase()) },
      { ...proof, index: -1 },
      { ...proof, index: 11 },
      { ...proof, index: 0.5 },
      { ...proof, size: Number.NaN },
      { ...proof, size: 2 ** 40 },
    ]
    expect(odd.filter(one => verifyInclusion({ receipt, proof: one, root }, sha256))).toEqual([])
  })

  test('cannot pass an inner node off as a receipt', () => {
    const given = receipts(2)
    const tree = merkleTree(given, sha256)
    const inner = Buffer.concat(sortedLeaves(given))
    const proof = { index: 0, size: 1, path: [] }
    expect(verifyInclusion({ receipt: inner, proof, root: tree.root }, sha256)).toBe(false)
  })
})
