import { type BytesSha256, treeOf } from './merkle.ts'
import { packPaths } from './pack.ts'
import type { FrameRow } from './pack-frame.ts'
import type { PackData } from './pack-survey.ts'
import { type Finding, type Part, partOf } from './verify.ts'

const leavesOf = ({ receipts }: PackData, { villageId }: FrameRow): readonly string[] =>
  receipts.filter(leaf => leaf.villageId === villageId).map(({ leaf }) => leaf)

/** The first leaf that comes again. */
function twiceIn(leaves: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return leaves.find(leaf => seen.size === seen.add(leaf).size)
}

function villageFindings(data: PackData, row: FrameRow, sha256: BytesSha256): readonly Finding[] {
  const place = { file: packPaths.receipts, village: row.name }
  const leaves = leavesOf(data, row)
  const twice = twiceIn(leaves)
  if (twice !== undefined) return [{ code: 'receipt-twice', place, found: twice }]
  const findings: Finding[] = []
  if (leaves.length !== row.collected)
    findings.push({
      ...{ code: 'receipts-count-differs', place },
      ...{ expected: String(row.collected), found: String(leaves.length) },
    })
  const expected = treeOf(leaves, sha256).root
  const found = data.survey.receiptsRoots[row.villageId] ?? null
  // A village without a ballot may have no root at all.
  if (found !== expected && !(found === null && leaves.length === 0))
    findings.push({ code: 'receipts-root-differs', place, expected, found: found ?? '–' })
  return findings
}

/** The trees over the receipts of every village against the roots that papers print, and against the number of ballots. */
export function verifyReceipts(data: PackData, sha256: BytesSha256): Part {
  const findings = data.frame.flatMap(row => villageFindings(data, row, sha256))
  const numbers = { receipts: data.receipts.length, villages: data.frame.length }
  return partOf(findings, { code: 'receipts', numbers })
}
