import { z } from 'zod'
import { type CheckedAreaList, checkAreaList, type KnownCommune } from '#app/account/area-list.ts'
import { type Day, dayOf, readDay } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { readSheets, type SheetFileError } from '#app/documents/register-sheet.server.ts'
import { findArea, listAreasWithin, updateAreaName } from '#db/queries/areas.ts'
import { deleteAreaImport, findAreaImport, replaceAreaImport } from '#db/queries/areas-listed.ts'
import { addArea } from './areas.server.ts'
import { permitKeepingAreas } from './areas-tree.server.ts'
import { type Change, type Context, change, newId } from './context.server.ts'

const commune = z.object({ code: z.string(), name: z.string(), provinceId: z.string() })

const checkedSchema = z.object({
  rows: z.number(),
  added: z.array(commune),
  renamed: z.array(commune.extend({ from: z.string() })),
  unchanged: z.number(),
  outside: z.number(),
  missing: z.array(commune),
  problems: z.array(
    z.object({
      row: z.number(),
      fault: z.enum([
        'province-code',
        'commune-code',
        'name-missing',
        'code-twice',
        'name-twice',
        'code-elsewhere',
        'code-ended',
      ]),
      quote: z.string(),
    }),
  ),
  validFrom: z.string().nullable(),
})

/** A checked list that waits for its confirmation. */
export type WaitingAreaList = CheckedAreaList & {
  readonly importId: string
  readonly fileName: string
  /** From when new communes are valid. */
  readonly validFrom: Day | null
}

/** The provinces of the person asking, and every commune in them, ended ones too. */
const findKnown = async (context: Context, scope: readonly string[]) => {
  const provinces = await listAreasWithin(context.db, 'province', scope)
  const communes = await listAreasWithin(context.db, 'commune', scope)
  const today = dayOf(context.clock())
  const known: readonly KnownCommune[] = communes.map(({ id, name, path, validTo }) => ({
    code: id,
    name,
    provinceId: path.split('/')[0] ?? '',
    ended: validTo !== null && validTo < today,
  }))
  return { known, provinces: provinces.map(province => province.id as string) }
}

export type AreaListFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly validFrom: Day | null
}

const shownName = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .slice(-120)

/** Checks an official list of communes and keeps the outcome until it is confirmed; the areas stay as they are. */
export const checkAreaFile = async (
  context: Context,
  file: AreaListFile,
): Promise<Result<null, 'forbidden' | SheetFileError | 'area-list-no-header'>> => {
  const permitted = await permitKeepingAreas(context)
  if (!permitted.ok) return permitted
  const sheets = await readSheets(file.bytes)
  if (!sheets.ok) return sheets
  const checked = checkAreaList(sheets.value, await findKnown(context, permitted.value.areas))
  if (!checked.ok) return checked
  const fileName = shownName(file.name)
  return change(context, async ({ tx, record }) => {
    await replaceAreaImport(tx, {
      id: newId(context),
      accountId: permitted.value.id,
      fileName,
      checked: { ...checked.value, validFrom: file.validFrom },
      createdAt: context.clock(),
    })
    const { rows, problems } = checked.value
    record({ kind: 'area-list.checked', file: fileName, rows, problems: problems.length })
    return ok(null)
  })
}

/** The list that the person asking had checked, or null. */
export const findWaitingAreaList = async (
  context: Context,
): Promise<Result<WaitingAreaList | null, 'forbidden'>> => {
  const permitted = await permitKeepingAreas(context)
  if (!permitted.ok) return permitted
  const stored = await findAreaImport(context.db, permitted.value.id)
  if (!stored) return ok(null)
  const checked = checkedSchema.parse(stored.checked)
  const validFrom = checked.validFrom === null ? null : readDay(checked.validFrom)
  return ok({ ...checked, validFrom, importId: stored.id, fileName: stored.fileName })
}

const applyList = async (
  context: Context,
  gate: Change,
  list: WaitingAreaList,
): Promise<Result<null, 'area-list-outdated'>> => {
  for (const { code, from, name, provinceId } of list.renamed) {
    if (!(await updateAreaName(gate.tx, code, name))) return no('area-list-outdated')
    gate.record({ kind: 'area.renamed', path: `${provinceId}/${code}`, from, to: name })
  }
  for (const { code, name, provinceId } of list.added) {
    const parent = await findArea(context.db, provinceId)
    const place = { id: code, kind: 'commune' as const, parent, name, position: 0, validFrom: list.validFrom }
    const added = parent ? await addArea(gate, place) : no('area-list-outdated')
    if (!added.ok) return no('area-list-outdated')
  }
  return ok(null)
}

/** Takes a checked list in, all of it or nothing: new communes and new names. Missing ones are ended by hand. */
export const confirmAreaList = async (
  context: Context,
  importId: string,
): Promise<Result<null, 'forbidden' | 'area-list-outdated'>> => {
  const waiting = await findWaitingAreaList(context)
  if (!waiting.ok) return waiting
  const list = waiting.value
  if (list?.importId !== importId) return no('area-list-outdated')
  return change<null, 'area-list-outdated'>(context, async gate => {
    const applied = await applyList(context, gate, list)
    if (!applied.ok) return applied
    await deleteAreaImport(gate.tx, context.person?.id ?? '')
    gate.record({ kind: 'area-list.imported', added: list.added.length, renamed: list.renamed.length })
    return ok(null)
  })
}
