import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Language } from '#app/basics/language.ts'
import type { Finding } from '#app/dossier/verify.ts'
import { type Verification, verifyPack } from '#app/dossier/verify-pack.ts'
import { formatDate } from '#app/i18n/format.ts'
import { sayChecked, sayFinding, sayLabel, sayPlace, sayRemark } from '#app/i18n/verify-say.ts'
import { verifyTools } from './verify/tools.ts'

/*
 * Checks an evidence pack without a database and without a network:
 *   npm run --silent verify -- PACK.zip [--en] [--json]
 * Prints what agrees, what does not (each with its place) and what is worth knowing. 0 when everything agrees, 1 when
 * something does not, 2 when there is no pack to look at.
 */

const usage = 'Cách dùng / usage: npm run --silent verify -- PACK.zip [--en] [--json]'

/** What the person at the keyboard can mend; anything else is a bug and keeps its trace. */
class NotChecked extends Error {}

const options = {
  en: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    throw new NotChecked(usage)
  }
}

function readPack(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new NotChecked(`Không mở được tệp / cannot open the file: ${path}`)
  }
}

const headLines = ({ manifest }: Verification, language: Language): readonly string[] => {
  if (!manifest) return []
  const { campaign, version, madeOn } = manifest
  return [
    `${sayLabel('campaign', language)}: ${campaign.name} (${campaign.communeName}, ${campaign.provinceName})`,
    `${sayLabel('version', language)}: ${version} · ${sayLabel('madeOn', language)}: ${formatDate(madeOn, language)}`,
    '',
  ]
}

const findingLines = (
  finding: Finding,
  language: Language,
  contents: Verification['contents'],
): readonly string[] => {
  const { expected, found } = finding
  const place = sayPlace(finding, language, contents)
  return [
    `  ✗ ${sayFinding(finding, language)}${place === '' ? '' : ` — ${place}`}`,
    ...(expected === undefined ? [] : [`      ${sayLabel('expected', language)}: ${expected}`]),
    ...(found === undefined ? [] : [`      ${sayLabel('found', language)}: ${found}`]),
  ]
}

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${heading}:`, ...lines, '']

function textOf(verification: Verification, language: Language): string {
  const { checked, findings, remarks, contents } = verification
  const conclusion =
    findings.length === 0
      ? sayLabel('agrees', language)
      : sayLabel('differs', language, { findings: String(findings.length) })
  return [
    ...headLines(verification, language),
    ...section(
      sayLabel('checked', language),
      checked.map(one => `  ✓ ${sayChecked(one, language)}`),
    ),
    ...section(
      sayLabel('findings', language),
      findings.flatMap(one => findingLines(one, language, contents)),
    ),
    ...section(
      sayLabel('remarks', language),
      remarks.map(one => `  ! ${sayRemark(one, language)}`),
    ),
    conclusion,
    '',
  ].join('\n')
}

const jsonOf = ({ usable: _, ...verification }: Verification): string =>
  `${JSON.stringify({ ok: verification.findings.length === 0, ...verification }, null, 2)}\n`

function main(args: readonly string[]): number {
  const { values, positionals } = parse(args[0] === '--' ? args.slice(1) : args)
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new NotChecked(usage)
  const language = values.en ? 'en' : 'vi'
  const verification = verifyPack(readPack(path), verifyTools)
  if (!verification.usable) throw new NotChecked(sayLabel('unreadable', language))
  process.stdout.write(values.json ? jsonOf(verification) : textOf(verification, language))
  return verification.findings.length === 0 ? 0 : 1
}

try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof NotChecked)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
