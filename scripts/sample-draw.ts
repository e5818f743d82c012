import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCsv } from '#app/documents/csv.server.ts'
import { drawSample, type Listed, sampleList, type VillageDraw } from '#app/household/sample.ts'
import { type Chance, drawStages, type StagedVillage } from '#app/household/sample-stages.ts'

/*
 * Redraws a sample from its published list and seed, without a database:
 *   node scripts/run.mjs scripts/sample-draw.ts -- LIST.csv --seed "XSMB 12/3/2026 48213" --size 400
 *   node scripts/run.mjs scripts/sample-draw.ts -- LIST.csv --seed … --communes 5 --villages 3 --households 20
 * LIST.csv has the columns "thôn;hộ", or "xã;thôn;hộ", under a heading line. Prints lines of text, or JSON with --json.
 * What cannot be drawn: one line on stderr, and 2.
 */

const failures: Readonly<Record<string, string>> = {
  usage:
    'Cách dùng: node scripts/run.mjs scripts/sample-draw.ts -- DANH_SACH.csv --seed "…" --size N [--least N] [--reserve N] [--json], hoặc thay --size bằng --communes N --villages N --households N',
  'no-such-file': 'Không mở được tệp.',
  'not-a-list': 'Tệp không phải bảng có dòng tiêu đề "thôn;hộ" hoặc "xã;thôn;hộ".',
  'sample-list-empty': 'Danh sách không có hộ nào.',
  'sample-list-field': 'Danh sách có ô trống hoặc ô chứa ký tự lạ.',
  'sample-list-twice': 'Danh sách có hộ ghi hai lần.',
  'sample-list-without-communes': 'Rút nhiều bước cần danh sách có cột "xã".',
  'sample-seed': 'Số ngẫu nhiên phải có ít nhất 6 ký tự.',
  'sample-size': 'Số hộ cần rút phải là số nguyên dương, đủ cho mức tối thiểu mỗi thôn.',
  'sample-larger-than-list': 'Số cần rút lớn hơn danh sách.',
}

/** What the person at the keyboard can mend; anything else is a bug and keeps its trace. */
class NotDrawn extends Error {}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const options = {
  seed: { type: 'string', default: '' },
  size: { type: 'string' },
  least: { type: 'string', default: '0' },
  communes: { type: 'string' },
  villages: { type: 'string' },
  households: { type: 'string' },
  reserve: { type: 'string', default: '10' },
  json: { type: 'boolean', default: false },
} as const

const textOf = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell))

function listedOf(line: readonly string[], width: number): Listed {
  const [first, second, third] = line
  if (width === 2) return { commune: null, village: first ?? '', household: second ?? '' }
  return { commune: first ?? '', village: second ?? '', household: third ?? '' }
}

function readList(path: string): readonly Listed[] {
  const bytes = readBytes(path)
  const [heading, ...rows] = readCsv(bytes) ?? []
  const width = heading?.cells.length ?? 0
  if (width !== 2 && width !== 3) throw new NotDrawn('not-a-list')
  return rows.map(row => listedOf(row.cells.map(textOf), width))
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw new NotDrawn('no-such-file')
  }
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options, allowPositionals: true })

type Asked = ReturnType<typeof parse>['values']

function draw(rows: readonly Listed[], asked: Asked) {
  const list = sampleList(rows, sha256)
  if (!list.ok) throw new NotDrawn(list.error)
  const { seed } = asked
  const drawn = asked.communes
    ? drawStages(
        list.value,
        {
          seed,
          communes: Number(asked.communes),
          villagesPerCommune: Number(asked.villages),
          householdsPerVillage: Number(asked.households),
        },
        sha256,
      )
    : drawSample(list.value, { seed, size: Number(asked.size), leastPerVillage: Number(asked.least) }, sha256)
  if (!drawn.ok) throw new NotDrawn(drawn.error)
  return drawn.value
}

const chanceText = (chance: Chance): string => `${chance.part}/${chance.whole}`

function villageLines(village: VillageDraw | StagedVillage, reserve: number): readonly string[] {
  const place = village.commune === null ? village.village : `${village.commune}, ${village.village}`
  const head = `${place}: rút ${village.drawn.length} trong ${village.households} hộ`
  const chances =
    'chances' in village ? [`  Xác suất: ${Object.values(village.chances).map(chanceText).join(' × ')}`] : []
  const next = village.reserve.slice(0, reserve)
  const spare = next.length > 0 ? [`  Dự phòng, theo thứ tự: ${next.join(', ')}`] : []
  return [head, ...chances, `  Được rút: ${village.drawn.join(', ') || '–'}`, ...spare]
}

function textOfDraw(drawn: ReturnType<typeof draw>, reserve: number): string {
  const lines = [
    `Danh sách: ${drawn.households} hộ`,
    `Mã băm danh sách (SHA-256): ${drawn.hash}`,
    `Số ngẫu nhiên: ${drawn.seed}`,
    `Số hộ được rút: ${drawn.size}`,
    ...drawn.villages.flatMap(village => villageLines(village, reserve)),
  ]
  return lines.join('\n')
}

function main(args: readonly string[]): void {
  const { values, positionals } = parse(args[0] === '--' ? args.slice(1) : args)
  const [path] = positionals
  if (path === undefined || (values.size === undefined && values.communes === undefined))
    throw new NotDrawn('usage')
  const drawn = draw(readList(path), values)
  const shown = values.json ? JSON.stringify(drawn, null, 2) : textOfDraw(drawn, Number(values.reserve))
  process.stdout.write(`${shown}\n`)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  const mistyped =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!(error instanceof NotDrawn) && !mistyped) throw error
  process.stderr.write(`${failures[error.message] ?? failures.usage}\n`)
  process.exitCode = 2
}
