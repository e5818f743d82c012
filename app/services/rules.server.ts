import type { Kysely } from 'kysely'
import { mayEver } from '#app/account/permission.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import {
  type Confirmation,
  type ConfirmProblem,
  confirmationFaults,
  confirmValue,
} from '#app/verdict/confirm.ts'
import { findRules, listRules } from '#app/verdict/packs.ts'
import { type RuleKey, type Rules, rulesSchema } from '#app/verdict/rules.ts'
import { findProvince } from '#db/queries/areas.ts'
import { insertRulesVersion, listRulesVersions, type RulesVersionRow } from '#db/queries/rules.ts'
import type { Database } from '#db/schema.ts'
import { type Context, change, permit } from './context.server.ts'

const newestOf = (rows: readonly RulesVersionRow[]): ReadonlyMap<string, Rules> =>
  new Map(rows.map(row => [row.rulesId, rulesSchema.parse(row.rules)]))

/** The newest version of every pack and title: the shipped ones where the province entered none. */
export const currentRules = async (db: Kysely<Database>): Promise<readonly Rules[]> => {
  const entered = newestOf(await listRulesVersions(db))
  return listRules().map(rules => entered.get(rules.id) ?? rules)
}

/** The newest version of one pack and title, or null. */
export const findCurrentRules = async (db: Kysely<Database>, id: string): Promise<Rules | null> => {
  const shipped = findRules(id)
  return shipped ? (newestOf(await listRulesVersions(db, id)).get(id) ?? shipped) : null
}

/** A pack and title with every version it has had, newest first; who entered each, and when. */
export type RulesHistory = {
  readonly rules: Rules
  readonly versions: readonly {
    readonly rules: Rules
    readonly enteredBy: string | null
    readonly enteredAt: Date | null
  }[]
  readonly mayConfirm: boolean
}

/** The rule packs, for staff who may read them. */
export const findRulePacks = async (context: Context): Promise<Result<readonly Rules[], 'forbidden'>> => {
  if (!context.person || !mayEver(context.person, 'rules.read')) return no('forbidden')
  return ok(await currentRules(context.db))
}

/** One pack and title with its history. */
export const findRulesHistory = async (
  context: Context,
  id: string,
): Promise<Result<RulesHistory, 'forbidden' | 'rules-unknown'>> => {
  if (!context.person || !mayEver(context.person, 'rules.read')) return no('forbidden')
  const shipped = findRules(id)
  if (!shipped) return no('rules-unknown')
  const entered = (await listRulesVersions(context.db, id)).map(row => ({
    rules: rulesSchema.parse(row.rules),
    enteredBy: row.createdBy,
    enteredAt: row.createdAt,
  }))
  const versions = [{ rules: shipped, enteredBy: null, enteredAt: null }, ...entered].reverse()
  return ok({
    rules: versions[0]?.rules ?? shipped,
    versions,
    mayConfirm: mayEver(context.person, 'rules.confirm'),
  })
}

type ConfirmFault = ConfirmProblem | 'forbidden' | 'rules-unknown' | 'rules-outdated'

type ConfirmRequest = {
  readonly id: string
  readonly version: number
  readonly key: RuleKey
} & Confirmation

/** Everything that is wrong with a confirmation that was refused, to be told at once. */
export const findConfirmFaults = async (
  context: Context,
  request: ConfirmRequest,
): Promise<Result<readonly ConfirmProblem[], 'forbidden' | 'rules-unknown'>> => {
  const province = await findProvince(context.db)
  const permitted = await permit(context, 'rules.confirm', province?.path ?? '')
  if (!permitted.ok) return permitted
  const rules = await findCurrentRules(context.db, request.id)
  return rules ? ok(confirmationFaults(rules, request.key, request)) : no('rules-unknown')
}

/**
 * The provincial Front confirms a value by its document: a new version of the rules. Campaigns that froze an earlier
 * one keep it. `version` is the one the person had before their eyes.
 */
export const confirmRule = async (
  context: Context,
  request: ConfirmRequest,
): Promise<Result<Rules, ConfirmFault>> => {
  const province = await findProvince(context.db)
  const permitted = await permit(context, 'rules.confirm', province?.path ?? '')
  if (!permitted.ok) return permitted
  const rules = await findCurrentRules(context.db, request.id)
  if (!rules) return no('rules-unknown')
  if (rules.version !== request.version) return no('rules-outdated')
  const next = confirmValue(rules, request.key, request)
  if (!next.ok) return next
  const { id, version } = next.value
  return change<Rules, ConfirmFault>(context, async ({ tx, record }) => {
    const row = {
      rulesId: id,
      version,
      rules: next.value,
      createdBy: permitted.value.id,
      createdAt: context.clock(),
    }
    if (!(await insertRulesVersion(tx, row))) return no('rules-outdated')
    record({
      kind: 'rules.confirmed',
      rules: id,
      version,
      value: request.key,
      document: request.document.trim(),
    })
    return ok(next.value)
  })
}
