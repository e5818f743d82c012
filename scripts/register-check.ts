import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Language, languages } from '#app/basics/language.ts'
import { readSheets, type SheetFileError } from '#app/documents/register-sheet.server.ts'
import {
  type ProblemKind,
  type RegisterError,
  readRegister,
  registerMessage,
  type Told,
  type WarningKind,
} from '#app/household/register/register.ts'

/*
 * The register check without a database:
 *   npm run --silent register:check -- FILE.xlsx [--villages "Tân Sơn;Làng Chỗ;…"] [--lang vi|en]
 * Prints { rows, villages, problems, warnings } as JSON and ends with 0, whatever it found in the lines.
 * A file that cannot be read, or wrong arguments: one line on stderr, and 2.
 */

type Failure = SheetFileError | RegisterError | 'no-such-file' | 'usage'

const failures: Readonly<Record<Failure, string>> = {
  usage:
    'Cách dùng: npm run --silent register:check -- FILE.xlsx [--villages "Thôn A;Thôn B"] [--lang vi|en]',
  'no-such-file': 'Không mở được tệp.',
  'file-too-large': 'Tệp lớn hơn 10 MB.',
  'not-a-spreadsheet': 'Tệp không phải bảng tính Excel (.xlsx) hay CSV.',
  'old-excel':
    'Tệp Excel kiểu cũ (.xls): mở bằng Excel, chọn Lưu thành (Save As) “Excel Workbook (.xlsx)” rồi nạp lại.',
  'spreadsheet-encrypted': 'Tệp có mật khẩu: bỏ mật khẩu rồi nạp lại.',
  'spreadsheet-too-large': 'Bảng tính quá lớn khi giải nén.',
  'spreadsheet-unreadable': 'Bảng tính bị hỏng, không đọc được: mở bằng Excel, lưu lại rồi nạp lại.',
  'register-no-header': 'Không tìm thấy dòng tiêu đề có cột “Họ và tên chủ hộ”.',
  'register-old-font': 'Tệp gõ bằng phông chữ cũ (.VnTime, VNI): chuyển sang Unicode rồi nạp lại.',
  'register-empty': 'Có dòng tiêu đề nhưng không có hộ nào bên dưới.',
}

type Arguments = { readonly file: string; readonly villages: readonly string[]; readonly language: Language }

function readArguments(argv: readonly string[]): Arguments | null {
  try {
    const options = { villages: { type: 'string' }, lang: { type: 'string', default: 'vi' } } as const
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    const language = languages.find(known => known === values.lang)
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0 || language === undefined) return null
    const villages = (values.villages ?? '').split(';').map(name => name.trim())
    return { file, villages: villages.filter(Boolean), language }
  } catch {
    return null
  }
}

function fail(failure: Failure, about?: string): void {
  console.error(
    about === undefined ? failures[failure] : `${basename(about)}: ${failures[failure]} [${failure}]`,
  )
  process.exitCode = 2
}

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2))
  if (given === null) return fail('usage')
  const bytes = await readFile(given.file).catch(() => null)
  if (bytes === null) return fail('no-such-file', given.file)
  const sheets = await readSheets(bytes)
  if (!sheets.ok) return fail(sheets.error, given.file)
  const check = readRegister(sheets.value, given.villages)
  if (!check.ok) return fail(check.error, given.file)
  const line = ({ row, sheet, kind, ...rest }: Told<ProblemKind | WarningKind>) => ({
    row,
    ...(sheet === undefined ? {} : { sheet }),
    kind,
    message: registerMessage({ row, kind, ...rest }, given.language),
  })
  const { rows, villages, problems, warnings } = check.value
  console.log(
    JSON.stringify({ rows, villages, problems: problems.map(line), warnings: warnings.map(line) }, null, 2),
  )
}

await main()
