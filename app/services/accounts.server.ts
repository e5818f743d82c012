import { createHash, timingSafeEqual } from 'node:crypto'
import type { AreaPath } from '#app/account/area.ts'
import { manageDeed } from '#app/account/permission.ts'
import { type Role, rolesAt } from '#app/account/person.ts'
import { passwordFault } from '#app/account/sign-in.ts'
import type { AccountId } from '#app/basics/ids.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { countAccounts, insertAccount, insertAccountAreas } from '#db/queries/accounts.ts'
import { findArea } from '#db/queries/areas.ts'
import { lockAuditHead } from '#db/queries/audit.ts'
import { type AreaFault, addProvince, cleanName } from './areas.server.ts'
import { type Change, type Context, change, newId, permit, type System } from './context.server.ts'
import { hashPassword } from './password.server.ts'
import { type Credentials, readUsername } from './sign-in.server.ts'

export type AccountRequest = Credentials & {
  readonly name: string
  readonly role: Role
  readonly areaIds: readonly string[]
}

export type AccountFault = 'username-taken' | 'password-too-short' | 'username-unreadable' | 'name-missing'

/** What is wrong with a new account's own values. */
const requestFault = (request: AccountRequest): AccountFault | null => {
  if (!cleanName(request.name)) return 'name-missing'
  if (!readUsername(request.username)) return 'username-unreadable'
  return passwordFault(request.password)
}

/** Adds an account inside a change, with its areas; permission is asked before. */
export const addAccount = async (
  context: Context,
  gate: Change,
  request: AccountRequest,
): Promise<Result<AccountId, AccountFault>> => {
  const fault = requestFault(request)
  if (fault) return no(fault)
  const username = readUsername(request.username)
  const id = newId(context) as AccountId
  const added = await insertAccount(gate.tx, {
    ...request,
    id,
    username,
    name: cleanName(request.name),
    passwordHash: await hashPassword(request.password),
    createdAt: context.clock(),
  })
  if (!added) return no('username-taken')
  await insertAccountAreas(gate.tx, { id, areaIds: [...new Set(request.areaIds)] })
  gate.record({ kind: 'account.created', username, role: request.role })
  return ok(id)
}

/** Whether the person asking may look after accounts of this role in these areas, all of them. */
export const permitOnAreas = async (
  context: Context,
  { role, areaIds }: { readonly role: Role; readonly areaIds: readonly string[] },
): Promise<Result<null, 'forbidden' | 'area-unknown'>> => {
  for (const areaId of areaIds) {
    const area = await findArea(context.db, areaId)
    if (!area) return no('area-unknown')
    const permitted = await permit(context, manageDeed(role), area.path)
    if (!permitted.ok) return permitted
  }
  return areaIds.length === 0 ? no('area-unknown') : ok(null)
}

export type RoleFault = 'forbidden' | 'area-unknown' | 'role-not-here'

/** The same, and whether the role belongs to all of these areas; where they lie. */
export const permitRoleAt = async (
  context: Context,
  request: { readonly role: Role; readonly areaIds: readonly string[] },
): Promise<Result<readonly AreaPath[], RoleFault>> => {
  const permitted = await permitOnAreas(context, request)
  if (!permitted.ok) return permitted
  const found = await Promise.all([...new Set(request.areaIds)].map(id => findArea(context.db, id)))
  const areas = found.flatMap(area => area ?? [])
  const fits = areas.every(({ kind }) => rolesAt[kind].includes(request.role))
  return fits ? ok(areas.map(({ path }) => path)) : no('role-not-here')
}

/** Adds an account in areas the person asking looks after. */
export const createAccount = async (
  context: Context,
  request: AccountRequest,
): Promise<Result<AccountId, AccountFault | 'forbidden' | 'area-unknown'>> => {
  const permitted = await permitOnAreas(context, request)
  if (!permitted.ok) return permitted
  return change(context, gate => addAccount(context, gate, request))
}

/** Whether nobody has an account yet. */
export const needsFirstAdministrator = async (system: System): Promise<boolean> =>
  (await countAccounts(system.db)) === 0

const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

export type FirstAdministrator = Credentials & {
  readonly name: string
  readonly token: string
  readonly province: { readonly code: string; readonly name: string }
}

type SetupFault = AccountFault | AreaFault | 'setup-done' | 'setup-token-wrong'

/** Makes the first account and the province it looks after, with the token printed on the console; once. */
export const createFirstAdministrator = async (
  context: Context,
  request: FirstAdministrator,
): Promise<Result<AccountId, SetupFault>> => {
  if (!(await needsFirstAdministrator(context))) return no('setup-done')
  if (context.setupToken === null || !sameText(request.token.trim(), context.setupToken))
    return no('setup-token-wrong')
  return change<AccountId, SetupFault>(context, async gate => {
    // Of two requests at the same moment, the second waits here and then finds the first one's account.
    await lockAuditHead(gate.tx)
    if ((await countAccounts(gate.tx)) > 0) return no('setup-done')
    const province = await addProvince(gate, request.province)
    if (!province.ok) return province
    return addAccount(context, gate, { ...request, role: 'administrator', areaIds: [province.value] })
  })
}
