import { dayOf } from '#app/basics/day.ts'
import { ok, type Result } from '#app/basics/result.ts'
import { writeRegisterCsv } from '#app/documents/register-csv.server.ts'
import { type RegisterLine, writeRegisterFile } from '#app/documents/register-file.server.ts'
import { type HouseholdRow, listRegister } from '#db/queries/households-listed.ts'
import { type Context, change } from './context.server.ts'
import type { PaperFile } from './papers.server.ts'
import { permitOnRegister, type RegisterRefusal } from './register-place.server.ts'

export const registerFormats = ['xlsx', 'csv'] as const

export type RegisterFormat = (typeof registerFormats)[number]

const types: { readonly [format in RegisterFormat]: string } = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** The headings that the import reads, so that what goes out can come in again. */
const heading: RegisterLine = ['STT', 'Số hộ', 'Họ và tên chủ hộ', 'Thôn']

const linesOf = (households: readonly HouseholdRow[]): readonly RegisterLine[] => [
  heading,
  ...households.map(({ number, name, villageName }, at): RegisterLine => [at + 1, number, name, villageName]),
]

/** The active households of a commune as a file with the columns that an import reads; traced, because it carries names out. */
export const exportRegister = async (
  context: Context,
  { communeId, format }: { readonly communeId: string; readonly format: RegisterFormat },
): Promise<Result<PaperFile, RegisterRefusal>> => {
  const permitted = await permitOnRegister(context, 'register.read', communeId)
  if (!permitted.ok) return permitted
  const { commune } = permitted.value
  const active = (await listRegister(context.db, commune.id)).filter(one => one.standing === 'active')
  const lines = linesOf(active)
  const bytes = format === 'xlsx' ? await writeRegisterFile(lines) : writeRegisterCsv(lines)
  const name = `Danh sách hộ ${commune.name} ${dayOf(context.clock())}.${format}`
  return change(context, async ({ record }) => {
    record({ kind: 'register.exported', format, households: active.length })
    return ok({ name, type: types[format], bytes })
  })
}
