/** SHA-256 of bytes, 32 bytes: comes in as an argument. */
export type BytesSha256 = (bytes: Uint8Array) => Uint8Array

/*
 * A Merkle tree over the receipts of one village (RFC 6962 §2.1, RFC 9162 §2.1): its root, printed in the report and on
 * the posting notice, fixes which ballots were counted. A proof shows that one receipt is among them and nothing else:
 * leaves stand in the order of their hashes, so a place in the tree tells nothing about time, household or answer.
 * Somebody with a proof sees hashes of other receipts; guessing one from its hash would only show that it exists.
 */

const leafMark = 0
const nodeMark = 1

/** Bytes as lower-case hex, the form in which roots and proofs are printed and stored. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** The bytes of lower-case hex of a hash, or null. */
const hashOf = (hex: string): Uint8Array | null => {
  if (!/^[0-9a-f]{64}$/.test(hex)) return null
  return Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}

const joined = (mark: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from([mark, ...parts.flatMap(part => [...part])])

/** Hash of a leaf: H(0x00 ‖ receipt). The mark keeps a leaf from passing for a node. */
const leafHash = (receipt: Uint8Array, sha256: BytesSha256): Uint8Array => sha256(joined(leafMark, receipt))

/** The leaf of a receipt as it stands in a tree, in hex. */
export const leafOf = (receipt: Uint8Array, sha256: BytesSha256): string => hexOf(leafHash(receipt, sha256))

const nodeHash = (left: Uint8Array, right: Uint8Array, sha256: BytesSha256): Uint8Array =>
  sha256(joined(nodeMark, left, right))

/** A tree, level by level from the leaves up; the last level is the root alone, or nothing. All are hashes in hex. */
export type MerkleTree = {
  readonly size: number
  readonly root: string
  readonly levels: readonly (readonly string[])[]
}

type Level = readonly Uint8Array[]

/** Pairs are hashed, an odd last one moves up as it is: the same tree as RFC 6962's split at the largest power of two. */
function levelAbove(level: Level, sha256: BytesSha256): Level {
  const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => level.slice(2 * i, 2 * i + 2))
  return pairs.flatMap(([left, right]) => {
    if (left === undefined) return []
    return [right === undefined ? left : nodeHash(left, right, sha256)]
  })
}

/**
 * Builds the tree over leaves in hex. Order does not matter; a leaf twice is a mistake and throws. The root of no leaves
 * is the hash of nothing (RFC 6962 §2.1).
 */
export function treeOf(unordered: readonly string[], sha256: BytesSha256): MerkleTree {
  const leaves = [...unordered].sort()
  if (new Set(leaves).size < leaves.length) throw new Error('a receipt stands twice in one tree')
  let level: Level = leaves.flatMap(leaf => hashOf(leaf) ?? [])
  const levels = [leaves]
  while (level.length > 1) {
    level = levelAbove(level, sha256)
    levels.push(level.map(hexOf))
  }
  const [root] = level
  return { size: leaves.length, root: hexOf(root ?? sha256(new Uint8Array())), levels }
}

/** Builds the tree of a set of receipts (bytes as given to households, e.g. UTF-8 of the receipt code). */
export const merkleTree = (receipts: readonly Uint8Array[], sha256: BytesSha256): MerkleTree =>
  treeOf(
    receipts.map(receipt => leafOf(receipt, sha256)),
    sha256,
  )

/** Proof that a leaf is in a tree: its place, the number of leaves, and the hashes beside its path from below, in hex. */
export type InclusionProof = {
  readonly index: number
  readonly size: number
  readonly path: readonly string[]
}

/** The proof for a receipt, or null when it is not in the tree. */
export function inclusionProof(
  tree: MerkleTree,
  receipt: Uint8Array,
  sha256: BytesSha256,
): InclusionProof | null {
  const index = tree.levels[0]?.indexOf(leafOf(receipt, sha256)) ?? -1
  if (index < 0) return null
  const path = tree.levels.flatMap((level, height) => level[(index >> height) ^ 1] ?? [])
  return { index, size: tree.size, path }
}

/** Whether the numbers of a proof, which may come from anywhere, can be a place in a tree. */
const isPlace = ({ index, size }: InclusionProof): boolean =>
  Number.isInteger(index) && Number.isInteger(size) && index >= 0 && index < size && size < 2 ** 31

/** The root that a proof leads to (RFC 9162 §2.1.3.2), or null when it has too few or too many hashes. */
function rootFrom(
  leaf: Uint8Array,
  { index, size, path }: InclusionProof,
  sha256: BytesSha256,
): Uint8Array | null {
  let [place, last, hash] = [index, size - 1, leaf]
  for (const hex of path) {
    const beside = hashOf(hex)
    if (beside === null || last === 0) return null
    const onRight = place % 2 === 1 || place === last
    hash = onRight ? nodeHash(beside, hash, sha256) : nodeHash(hash, beside, sha256)
    while (onRight && place % 2 === 0 && place > 0) [place, last] = [place >> 1, last >> 1]
    ;[place, last] = [place >> 1, last >> 1]
  }
  return last === 0 ? hash : null
}

/** Whether a receipt is among those under a printed root. Whatever is wrong with a proof makes it false; nothing throws. */
export function verifyInclusion(
  claim: { readonly receipt: Uint8Array; readonly proof: InclusionProof; readonly root: string },
  sha256: BytesSha256,
): boolean {
  if (!isPlace(claim.proof)) return false
  const root = rootFrom(leafHash(claim.receipt, sha256), claim.proof, sha256)
  return root !== null && hexOf(root) === claim.root
}
