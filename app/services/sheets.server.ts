import { z } from 'zod'
import { longestReason } from '#app/ballot/ballot.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { askedOf } from '#app/household/asked.ts'
import { contentKeys, type Questionnaire } from '#app/questionnaire/questionnaire.ts'
import { byHandOf, checkSheet, type Sheet, type SheetFrame, type SheetProblem } from '#app/tally/sheet.ts'
import { countPattern, sheetFields } from '#app/tally/sheet-typed.ts'
import { countingOf } from '#app/verdict/rules.ts'
import { type CampaignRow, lockCampaign } from '#db/queries/campaigns.ts'
import { deleteSheet, listSheets, type SheetRow, upsertSheet } from '#db/queries/sheets.ts'
import { listCampaignVillages, type VillageRow } from '#db/queries/slots.ts'
import { type Change, type Context, change } from './context.server.ts'
import { frozenOf } from './frozen.server.ts'
import { permitOnVillage, type VillageFault } from './slots.server.ts'

type Place = { readonly campaignId: string; readonly villageId: string }

/** A village about to be, or already, counted by hand. */
export type SheetDesk = {
  readonly campaign: CampaignRow
  readonly village: VillageRow
  readonly questionnaire: Questionnaire
  readonly frame: SheetFrame
  readonly sheet: SheetRow | null
}

const frameOf = async (
  context: Context,
  campaign: CampaignRow,
  village: VillageRow,
  through = context.db,
) => {
  const { questionnaire, rules } = await frozenOf(context.db, campaign.id, through)
  const frame: SheetFrame = {
    // A sheet holds what was handed out, and in a sample only drawn households are handed one.
    households: askedOf(village),
    ballots: village.collected,
    contents: contentKeys(questionnaire),
    treatment: countingOf(rules).blankTreatment,
  }
  return { questionnaire, frame }
}

/** What the screen for a village's sheet shows. */
export const findSheet = async (context: Context, place: Place): Promise<Result<SheetDesk, VillageFault>> => {
  const permitted = await permitOnVillage(context, 'sheet.enter', place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  const sheets = await listSheets(context.db, campaign.id)
  const sheet = sheets.find(one => one.villageId === village.villageId) ?? null
  return ok({ campaign, village, sheet, ...(await frameOf(context, campaign, village)) })
}

const reasonSchema = z.string().normalize('NFC').trim().max(longestReason, 'text-too-long')

const count = z.string().trim().regex(countPattern, 'count-unreadable').transform(Number)

/** Reads the numbers a form posts: an empty cell is never a zero, so each must be filled in. */
export const sheetFormSchema = (contents: readonly string[]) =>
  z.object({
    issued: count,
    collected: count,
    ballots: count,
    invalid: count,
    anyDissatisfied: z.union([z.literal('').transform(() => null), count]),
    ...Object.fromEntries(
      contents.flatMap(key =>
        ['satisfied', 'dissatisfied', 'blank'].map(option => [`${option}.${key}`, count] as const),
      ),
    ),
    ...Object.fromEntries(contents.map(key => [`reason.${key}`, reasonSchema] as const)),
  })

export type SheetPosted =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'unreadable'; readonly error: z.ZodError }
  | { readonly kind: 'contradictory'; readonly problems: readonly SheetProblem[] }
  | { readonly kind: 'refused'; readonly error: VillageFault }

type Posted = { readonly get: (name: string) => string | null }

const readSheet = (posted: Posted, contents: readonly string[]) => {
  const names = [...sheetFields(contents), ...contents.map(key => `reason.${key}`)]
  const raw = Object.fromEntries(names.map(name => [name, posted.get(name) ?? '']))
  return sheetFormSchema(contents).safeParse(raw)
}

const toSheet = (values: Record<string, unknown>, contents: readonly string[]): Sheet => {
  const number = (name: string): number => Number(values[name])
  return {
    issued: number('issued'),
    collected: number('collected'),
    ballots: number('ballots'),
    invalid: number('invalid'),
    anyDissatisfied: values.anyDissatisfied === null ? null : number('anyDissatisfied'),
    contents: contents.map(key => ({
      satisfied: number(`satisfied.${key}`),
      dissatisfied: number(`dissatisfied.${key}`),
      blank: number(`blank.${key}`),
    })),
  }
}

const reasonsOf = (values: Record<string, unknown>, contents: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    contents.flatMap(key => {
      const reason = values[`reason.${key}`]
      return typeof reason === 'string' && reason ? [[key, reason] as const] : []
    }),
  )

type Entry = { readonly place: VillageRow; readonly sheet: Sheet; readonly reasons: Record<string, string> }

/** Entered under the campaign's lock: no ballot of the village can come in between the check and the commit. */
const enterLocked = async (
  context: Context,
  { tx, record }: Change,
  campaign: CampaignRow,
  entry: Entry,
): Promise<Result<null, VillageFault | 'sheet-contradictory'>> => {
  if ((await lockCampaign(tx, campaign.id))?.state !== 'collecting') return no('campaign-not-collecting')
  const { villageId } = entry.place
  const village = (await listCampaignVillages(tx, campaign.id)).find(one => one.villageId === villageId)
  if (!village || !context.person) return no('village-unknown')
  const { frame } = await frameOf(context, campaign, village, tx)
  if (checkSheet(entry.sheet, frame).length > 0) return no('sheet-contradictory')
  record(
    {
      kind: 'sheet.entered',
      village: village.name,
      collected: entry.sheet.collected,
      byHand: byHandOf(entry.sheet),
    },
    { campaignId: campaign.id },
  )
  const enteredBy = context.person.id
  await upsertSheet(tx, {
    ...entry.sheet,
    villageId,
    reasons: entry.reasons,
    campaignId: campaign.id,
    enteredBy,
    enteredAt: context.clock(),
  })
  return ok(null)
}

/** Enters or corrects the sheet of a village that was counted by hand; its free slots take no more ballots. */
export const enterSheet = async (context: Context, place: Place, posted: Posted): Promise<SheetPosted> => {
  const desk = await findSheet(context, place)
  if (!desk.ok) return { kind: 'refused', error: desk.error }
  const { campaign, village, frame } = desk.value
  const read = readSheet(posted, frame.contents)
  if (!read.success) return { kind: 'unreadable', error: read.error }
  const entry = {
    place: village,
    sheet: toSheet(read.data, frame.contents),
    reasons: reasonsOf(read.data, frame.contents),
  }
  const problems = checkSheet(entry.sheet, frame)
  if (problems.length > 0) return { kind: 'contradictory', problems }
  const entered = await change(context, gate => enterLocked(context, gate, campaign, entry))
  if (entered.ok) return { kind: 'recorded' }
  if (entered.error !== 'sheet-contradictory') return { kind: 'refused', error: entered.error }
  // A ballot of the village came in meanwhile: the split is checked against what is recorded now.
  return enterSheet(context, place, posted)
}

/** Withdraws a village's sheet: its free slots open again. */
export const withdrawSheet = async (
  context: Context,
  place: Place,
): Promise<Result<null, VillageFault | 'sheet-unknown'>> => {
  const permitted = await permitOnVillage(context, 'sheet.enter', place)
  if (!permitted.ok) return permitted
  const { campaign, village } = permitted.value
  return change<null, VillageFault | 'sheet-unknown'>(context, async ({ tx, record }) => {
    if ((await lockCampaign(tx, campaign.id))?.state !== 'collecting') return no('campaign-not-collecting')
    const gone = await deleteSheet(tx, { campaignId: campaign.id, villageId: village.villageId })
    if (!gone) return no('sheet-unknown')
    record({ kind: 'sheet.withdrawn', village: village.name }, { campaignId: campaign.id })
    return ok(null)
  })
}
