import { sameRights, takesAway } from '#app/account/changing.ts'
import type { Role } from '#app/account/person.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import { deleteAccountAreas, insertAccountAreas, updateRole } from '#db/queries/accounts.ts'
import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { permitRoleAt, type RoleFault } from './accounts.server.ts'
import { findAnothers, keepAnAdministrator, type ManageFault } from './accounts-managed.server.ts'
import { type Context, change } from './context.server.ts'

export type AccountChange = {
  readonly username: string
  readonly role: Role
  readonly areaIds: readonly string[]
  /** Whether whoever asks has seen that rights are taken away. */
  readonly confirmed: boolean
}

export type ChangeFault =
  | ManageFault
  | RoleFault
  | 'account-own'
  | 'account-loses-rights'
  | 'administrator-last'
  | 'nothing-changed'

/**
 * Gives somebody's account another role or other areas, both within what the person asking looks after, before and after.
 * Its sessions end: what a page showed under the old rights is not acted on under the new ones.
 */
export const changeAccount = async (
  context: Context,
  { username, role, areaIds, confirmed }: AccountChange,
): Promise<Result<null, ChangeFault>> => {
  const found = await findAnothers(context, username)
  if (!found.ok) return found
  const account = found.value
  const paths = await permitRoleAt(context, { role, areaIds })
  if (!paths.ok) return paths
  const [before, after] = [
    { role: account.role, areas: account.areaPaths },
    { role, areas: paths.value },
  ]
  if (sameRights(before, after)) return no('nothing-changed')
  if (takesAway(before, after) && !confirmed) return no('account-loses-rights')
  return change<null, ChangeFault>(context, async gate => {
    const { tx, record } = gate
    const kept = role === 'administrator' ? ok(null) : await keepAnAdministrator(gate, account)
    if (!kept.ok) return kept
    await updateRole(tx, account.id, role)
    await deleteAccountAreas(tx, account.id)
    await insertAccountAreas(tx, { id: account.id, areaIds: [...new Set(areaIds)] })
    await deleteSessionsOf(tx, account.id, null)
    const areas = [...new Set(areaIds)].join(', ')
    record({ kind: 'account.changed', username, formerRole: account.role, role, areas })
    return ok(null)
  })
}
