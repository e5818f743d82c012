import { dayOf } from '#app/basics/day.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { cleanText } from '#app/household/register/clean.ts'
import {
  deleteRegisterImports,
  findRegisterImport,
  insertHouseholds,
  lockRegister,
} from '#db/queries/households.ts'
import { updateListings, updateMovedOut } from '#db/queries/households-changed.ts'
import { type Change, type Context, change, newId } from './context.server.ts'
import { checkedSchema } from './register.server.ts'
import { differenceOf, toListing } from './register-difference.server.ts'
import { permitOnRegister, type RegisterRefusal } from './register-place.server.ts'

/** What an import did to the register. */
export type Imported = {
  /** Households that were not listed before. */
  readonly added: number
  /** Households listed already and left as they were, those moved out or merged included. */
  readonly known: number
  /** Households that got the file's number. */
  readonly renumbered: number
  /** Households that got the file's village. */
  readonly relocated: number
  /** Households that the file does not list any more and that were chosen to be written down as moved out. */
  readonly movedOut: number
}

export type Confirmation = {
  readonly communeId: string
  /** The check that the cadre looked at. */
  readonly importId: string
  /** Ids of households missing in the file that moved out; any other id is passed over. */
  readonly movedOut?: readonly string[]
  /** Why they did, in the cadre's words. */
  readonly reason?: string
}

const takeRows = async (
  context: Context,
  { tx }: Change,
  { checked, ...wanted }: Confirmation & { readonly checked: unknown },
): Promise<Imported> => {
  const { households } = checkedSchema.parse(checked)
  const found = await differenceOf(tx, wanted.communeId, households)
  const chosen = new Set(wanted.movedOut ?? [])
  const gone = found.missing.filter(household => chosen.has(household.id)).map(({ id }) => id)
  const relocated = await updateListings(tx, found.elsewhere.map(toListing))
  const renumbered = await updateListings(tx, found.renumbered.map(toListing))
  const movedOut = await updateMovedOut(tx, gone, {
    movedOn: dayOf(context.clock()),
    reason: cleanText(wanted.reason).slice(0, 200),
  })
  const fresh = found.fresh.map(line => ({ ...line, id: newId(context) }))
  const added = await insertHouseholds(tx, fresh, context.clock())
  const known = found.known.length + found.away.length + fresh.length - added
  return { added, known, renumbered, relocated, movedOut }
}

/** Takes the good rows of the checked file into the register; the id says which check the cadre looked at. */
export const confirmRegister = async (
  context: Context,
  confirmation: Confirmation,
): Promise<Result<Imported, RegisterRefusal | 'import-outdated'>> => {
  const { communeId } = confirmation
  const permitted = await permitOnRegister(context, 'register.import', communeId)
  if (!permitted.ok) return permitted
  return change<Imported, 'import-outdated'>(context, async gate => {
    await lockRegister(gate.tx, communeId)
    const stored = await findRegisterImport(gate.tx, communeId)
    if (stored?.id !== confirmation.importId) return no('import-outdated')
    const imported = await takeRows(context, gate, { ...confirmation, checked: stored.checked })
    await deleteRegisterImports(gate.tx, communeId)
    gate.record({ kind: 'register.imported', file: stored.fileName, ...imported })
    return ok(imported)
  })
}
