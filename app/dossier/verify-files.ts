import type { BytesSha256 } from './merkle.ts'
import { byPath, hashOfFile, type Manifest, type PackFiles, packPaths } from './pack.ts'
import { type Finding, type Part, partOf } from './verify.ts'

const fileFindings = (
  files: PackFiles,
  listed: Manifest['files'][number],
  sha256: BytesSha256,
): readonly Finding[] => {
  const bytes = files.get(listed.path)
  const place = { file: listed.path }
  if (!bytes) return [{ code: 'file-missing', place }]
  if (bytes.length !== listed.bytes)
    return [{ code: 'file-size', place, expected: String(listed.bytes), found: String(bytes.length) }]
  const found = hashOfFile(bytes, sha256)
  return found === listed.sha256 ? [] : [{ code: 'file-altered', place, expected: listed.sha256, found }]
}

/** Every file beside the manifest against what it says: none missing, none more, none with another byte. */
export function verifyFiles(files: PackFiles, manifest: Manifest, sha256: BytesSha256): Part {
  const paths = manifest.files.map(({ path }) => path)
  const listed = new Set([...paths, packPaths.manifest])
  const unlisted = [...files.keys()].filter(path => !listed.has(path))
  const findings = [
    ...manifest.files.flatMap(one => fileFindings(files, one, sha256)),
    ...unlisted.map((file): Finding => ({ code: 'file-unlisted', place: { file } })),
  ]
  const sorted = [...new Set(paths)].sort(byPath)
  if (sorted.some((path, i) => path !== paths[i]) || sorted.length !== paths.length)
    findings.push({ code: 'manifest-differs', place: { file: packPaths.manifest, figure: 'files' } })
  return partOf(findings, { code: 'files', numbers: { files: paths.length } })
}
