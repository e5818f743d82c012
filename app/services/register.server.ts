import { z } from 'zod'
import { no, ok, type Result } from '#app/basics/result.ts'
import { readSheets, type SheetFileError } from '#app/documents/register-sheet.server.ts'
import {
  type ProblemKind,
  type RegisterError,
  readRegister,
  type Told,
  type WarningKind,
} from '#app/household/register/register.ts'
import {
  countHouseholdsByVillage,
  deleteRegisterImports,
  findRegisterImport,
  insertRegisterImport,
} from '#db/queries/households.ts'
import { type Context, change, newId } from './context.server.ts'
import { differenceOf, type RegisterDifference, toDifference } from './register-difference.server.ts'
import { permitOnRegister, type RegisterRefusal } from './register-place.server.ts'

const finding = z.looseObject({ row: z.number(), kind: z.string(), quote: z.string(), message: z.string() })

/** Shape of a checked file as it waits in the database. */
export const checkedSchema = z.object({
  rows: z.number(),
  villages: z.record(z.string(), z.number()),
  problems: z.array(finding),
  warnings: z.array(finding),
  households: z.array(
    z.object({ row: z.number(), number: z.string().nullable(), name: z.string(), village: z.string() }),
  ),
})

/** A checked file that waits for the cadre's confirmation; nothing of it is in the register yet. */
export type WaitingRegister = {
  readonly importId: string
  readonly fileName: string
  readonly rows: number
  readonly villages: Readonly<Record<string, number>>
  readonly problems: readonly Told<ProblemKind>[]
  readonly warnings: readonly Told<WarningKind>[]
  readonly difference: RegisterDifference
}

/** Every village of the commune with its active households, and the file that waits, if one does. */
export type RegisterDesk = {
  readonly commune: { readonly id: string; readonly name: string }
  readonly villages: readonly {
    readonly villageId: string
    readonly name: string
    readonly households: number
  }[]
  readonly waiting: WaitingRegister | null
}

type StoredImport = NonNullable<Awaited<ReturnType<typeof findRegisterImport>>>

const toWaiting = async (
  context: Context,
  communeId: string,
  stored: StoredImport,
): Promise<WaitingRegister> => {
  const { rows, villages, problems, warnings, households } = checkedSchema.parse(stored.checked)
  return {
    importId: stored.id,
    fileName: stored.fileName,
    rows,
    villages,
    // Written by checkRegister below from the same types; the schema guards the shape, not every literal.
    problems: problems as unknown as WaitingRegister['problems'],
    warnings: warnings as unknown as WaitingRegister['warnings'],
    difference: toDifference(await differenceOf(context.db, communeId, households)),
  }
}

/** The register of a commune as the place where files are taken in, for whoever may import. */
export const findRegister = async (
  context: Context,
  communeId: string,
): Promise<Result<RegisterDesk, RegisterRefusal>> => {
  const permitted = await permitOnRegister(context, 'register.import', communeId)
  if (!permitted.ok) return permitted
  const { commune } = permitted.value
  const stored = await findRegisterImport(context.db, commune.id)
  return ok({
    commune: { id: commune.id, name: commune.name },
    villages: await countHouseholdsByVillage(context.db, commune.id),
    waiting: stored ? await toWaiting(context, commune.id, stored) : null,
  })
}

const shownName = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .slice(-120) || 'so-ho.xlsx'

/** What the check of a file is busy with, in this order. */
export const checkStages = ['reading', 'checking', 'keeping'] as const

export type CheckStage = (typeof checkStages)[number]

export type RegisterFile = {
  readonly communeId: string
  readonly name: string
  readonly bytes: Uint8Array
}

export type CheckFault = RegisterRefusal | SheetFileError | RegisterError

type Watching = { readonly onStage?: (stage: CheckStage) => Promise<void> | void }

/** Checks a whole file against the commune's villages and keeps the outcome until it is confirmed; the register stays as it is. */
export const checkRegister = async (
  context: Context,
  file: RegisterFile,
  { onStage = () => undefined }: Watching = {},
): Promise<Result<null, CheckFault>> => {
  const permitted = await permitOnRegister(context, 'register.import', file.communeId)
  if (!permitted.ok) return permitted
  const { commune, person } = permitted.value
  await onStage('reading')
  const sheets = await readSheets(file.bytes)
  if (!sheets.ok) return sheets
  await onStage('checking')
  const villages = await countHouseholdsByVillage(context.db, commune.id)
  const check = readRegister(
    sheets.value,
    villages.map(village => village.name),
  )
  if (!check.ok) return check
  await onStage('keeping')
  const fileName = shownName(file.name)
  return change(context, async ({ tx, record }) => {
    await deleteRegisterImports(tx, commune.id)
    await insertRegisterImport(tx, {
      id: newId(context),
      communeId: commune.id,
      accountId: person.id,
      fileName,
      checked: check.value,
      createdAt: context.clock(),
    })
    const { rows, problems } = check.value
    record({ kind: 'register.checked', file: fileName, rows, problems: problems.length })
    return ok(null)
  })
}

/** Throws a checked file away before it was taken in: it holds names that nobody wants kept. */
export const discardRegister = async (
  context: Context,
  communeId: string,
): Promise<Result<null, RegisterRefusal | 'import-outdated'>> => {
  const permitted = await permitOnRegister(context, 'register.import', communeId)
  if (!permitted.ok) return permitted
  return change<null, 'import-outdated'>(context, async ({ tx, record }) => {
    const stored = await findRegisterImport(tx, communeId)
    if (!stored) return no('import-outdated')
    await deleteRegisterImports(tx, communeId)
    record({ kind: 'register.discarded', file: stored.fileName })
    return ok(null)
  })
}
