import { z } from 'zod'
import { no, ok, type Result } from '#app/basics/result.ts'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
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
  insertHouseholds,
  insertRegisterImport,
} from '#db/queries/households.ts'
import { permitOnCommune } from './campaigns.server.ts'
import { type Change, type Context, change, newId } from './context.server.ts'

type Refusal = 'campaign-unknown' | 'forbidden' | 'campaign-step-not-now'

const finding = z.looseObject({ row: z.number(), kind: z.string(), quote: z.string(), message: z.string() })

const checkedSchema = z.object({
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
}

/** Every village of the commune with its households so far, and the file that waits, if one does. */
export type RegisterDesk = {
  readonly villages: readonly {
    readonly villageId: string
    readonly name: string
    readonly households: number
  }[]
  readonly waiting: WaitingRegister | null
}

const permitOnDraft = async (context: Context, campaignId: string) => {
  const permitted = await permitOnCommune(context, 'register.import', campaignId)
  if (!permitted.ok) return permitted
  return isBeforeOpening(permitted.value.campaign.state) ? permitted : no('campaign-step-not-now')
}

type StoredImport = NonNullable<Awaited<ReturnType<typeof findRegisterImport>>>

const toWaiting = (stored: StoredImport): WaitingRegister => {
  const { rows, villages, problems, warnings } = checkedSchema.parse(stored.checked)
  return {
    importId: stored.id,
    fileName: stored.fileName,
    rows,
    villages,
    // Written by checkRegister below from the same types; the schema guards the shape, not every literal.
    problems: problems as unknown as WaitingRegister['problems'],
    warnings: warnings as unknown as WaitingRegister['warnings'],
  }
}

/** The register of a campaign's commune, for whoever may import it. */
export const findRegister = async (
  context: Context,
  campaignId: string,
): Promise<Result<RegisterDesk, Refusal>> => {
  const permitted = await permitOnDraft(context, campaignId)
  if (!permitted.ok) return permitted
  const { communeId } = permitted.value.campaign
  const stored = await findRegisterImport(context.db, communeId)
  return ok({
    villages: await countHouseholdsByVillage(context.db, communeId),
    waiting: stored ? toWaiting(stored) : null,
  })
}

const shownName = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .slice(-120) || 'so-ho.xlsx'

/** Checks a whole file against the commune's villages and keeps the outcome until it is confirmed; the register stays as it is. */
export const checkRegister = async (
  context: Context,
  file: { readonly campaignId: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<null, Refusal | SheetFileError | RegisterError>> => {
  const permitted = await permitOnDraft(context, file.campaignId)
  if (!permitted.ok) return permitted
  const { campaign, person } = permitted.value
  const sheets = await readSheets(file.bytes)
  if (!sheets.ok) return sheets
  const villages = await countHouseholdsByVillage(context.db, campaign.communeId)
  const check = readRegister(
    sheets.value,
    villages.map(village => village.name),
  )
  if (!check.ok) return check
  const fileName = shownName(file.name)
  return change(context, async ({ tx, record }) => {
    await deleteRegisterImports(tx, campaign.communeId)
    await insertRegisterImport(tx, {
      id: newId(context),
      communeId: campaign.communeId,
      accountId: person.id,
      fileName,
      checked: check.value,
      createdAt: context.clock(),
    })
    const { rows, problems } = check.value
    record(
      { kind: 'register.checked', file: fileName, rows, problems: problems.length },
      { campaignId: campaign.id },
    )
    return ok(null)
  })
}

/** How many households an import added, and how many the register listed already. */
export type Imported = { readonly added: number; readonly known: number }

const takeRows = async (
  context: Context,
  { tx }: Change,
  stored: { readonly communeId: string; readonly checked: unknown },
): Promise<Imported> => {
  const villages = await countHouseholdsByVillage(tx, stored.communeId)
  const ids = new Map(villages.map(village => [village.name, village.villageId]))
  const listed = checkedSchema.parse(stored.checked).households.flatMap(({ number, name, village }) => {
    const villageId = ids.get(village)
    return villageId ? [{ id: newId(context), villageId, number, name }] : []
  })
  const added = await insertHouseholds(tx, listed, context.clock())
  await deleteRegisterImports(tx, stored.communeId)
  return { added, known: listed.length - added }
}

/** Takes the good rows of the checked file into the register; the id says which check the cadre looked at. */
export const confirmRegister = async (
  context: Context,
  confirmation: { readonly campaignId: string; readonly importId: string },
): Promise<Result<Imported, Refusal | 'import-outdated'>> => {
  const permitted = await permitOnDraft(context, confirmation.campaignId)
  if (!permitted.ok) return permitted
  const { campaign } = permitted.value
  return change(context, async gate => {
    const stored = await findRegisterImport(gate.tx, campaign.communeId)
    if (stored?.id !== confirmation.importId) return no('import-outdated')
    const imported = await takeRows(context, gate, { communeId: campaign.communeId, checked: stored.checked })
    gate.record(
      { kind: 'register.imported', file: stored.fileName, ...imported },
      { campaignId: campaign.id },
    )
    return ok(imported)
  })
}
