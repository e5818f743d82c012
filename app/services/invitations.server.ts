import { daysAfter, lifetimes } from '#app/account/lifetimes.ts'
import { manageDeed } from '#app/account/permission.ts'
import type { Role } from '#app/account/person.ts'
import { afterPassword } from '#app/account/second-step.ts'
import { isUuid } from '#app/basics/ids.ts'
import type { Paged } from '#app/basics/paging.ts'
import { no, ok, type Result } from '#app/basics/result.ts'
import {
  deleteInvitation,
  findInvitation,
  findInvitationById,
  type InvitationRow,
  insertInvitation,
  listInvitations,
  lockInvitation,
} from '#db/queries/invitations.ts'
import { hashToken, newToken } from './account-seal.server.ts'
import { type AccountFault, addAccount, permitRoleAt, type RoleFault } from './accounts.server.ts'
import { accountsPage, managedRoles, type OneTimeLink, permitManaging } from './accounts-managed.server.ts'
import { cleanName } from './areas.server.ts'
import { type Context, change, newId, permit, type System } from './context.server.ts'
import { beginSession, keptBrowser, type Session } from './sessions.server.ts'
import type { Credentials } from './sign-in.server.ts'

export type InvitationRequest = {
  readonly name: string
  readonly role: Role
  readonly areaIds: readonly string[]
}

type InviteFault = RoleFault | 'name-missing'

const checkInvitation = async (
  context: Context,
  request: InvitationRequest,
): Promise<Result<null, InviteFault>> => {
  const permitted = await permitRoleAt(context, request)
  if (!permitted.ok) return permitted
  return cleanName(request.name) ? ok(null) : no('name-missing')
}

/** Invites somebody by a link that is good once, for some days. The link is told here and never again. */
export const inviteAccount = async (
  context: Context,
  request: InvitationRequest,
): Promise<Result<OneTimeLink, InviteFault>> => {
  const checked = await checkInvitation(context, request)
  if (!checked.ok) return checked
  const [token, createdAt, name] = [newToken(context), context.clock(), cleanName(request.name)]
  const expiresAt = daysAfter(createdAt, lifetimes.invitationDays)
  return change<OneTimeLink, InviteFault>(context, async ({ tx, record }) => {
    const invitedBy = context.person?.id
    if (!invitedBy) return no('forbidden')
    const areaIds = [...new Set(request.areaIds)]
    const kept = { id: newId(context), tokenHash: hashToken(token), name, role: request.role, areaIds }
    await insertInvitation(tx, { ...kept, invitedBy, createdAt, expiresAt })
    record({ kind: 'invitation.made', name, role: request.role })
    return ok({ url: `${context.publicUrl}/loi-moi/${token}`, expiresAt })
  })
}

/** A page of the open invitations into the areas of the person asking. */
export const findInvitations = async (
  context: Context,
  page: number,
): Promise<Result<Paged<InvitationRow>, 'forbidden'>> => {
  const permitted = await permitManaging(context)
  if (!permitted.ok) return permitted
  const filter = {
    scope: permitted.value.areas,
    roles: managedRoles(permitted.value),
    now: context.clock(),
  }
  return ok(await listInvitations(context.db, filter, { page, size: accountsPage }))
}

/** Takes an open invitation back: its link is good no more. */
export const revokeInvitation = async (
  context: Context,
  id: string,
): Promise<Result<null, 'forbidden' | 'invitation-unknown'>> => {
  const invitation = isUuid(id) ? await findInvitationById(context.db, id, context.clock()) : null
  if (!invitation) return no('invitation-unknown')
  for (const place of invitation.areaPaths) {
    const permitted = await permit(context, manageDeed(invitation.role), place)
    if (!permitted.ok) return permitted
  }
  return change(context, async ({ tx, record }) => {
    await deleteInvitation(tx, id, context.clock())
    record({ kind: 'invitation.revoked', name: invitation.name })
    return ok(null)
  })
}

/** What the link of an invitation says to whoever opens it. */
export const openInvitation = async (
  system: System,
  token: string,
): Promise<Result<Pick<InvitationRow, 'name' | 'role' | 'areas' | 'expiresAt'>, 'invitation-unknown'>> => {
  const invitation = await findInvitation(system.db, hashToken(token), system.clock())
  return invitation ? ok(invitation) : no('invitation-unknown')
}

type Accepting = Credentials & {
  readonly token: string
  readonly userAgent?: string | null
}

/** Makes the account of an invitation, once, and signs in; the session may wait for a second step to be set up. */
export const acceptInvitation = async (
  context: Context,
  { token, userAgent, ...credentials }: Accepting,
): Promise<Result<Session, AccountFault | 'invitation-unknown'>> =>
  change<Session, AccountFault | 'invitation-unknown'>(context, async gate => {
    const now = context.clock()
    const invitation = await lockInvitation(gate.tx, hashToken(token), now)
    if (!invitation) return no('invitation-unknown')
    const { name, role, areaIds } = invitation
    const made = await addAccount(context, gate, { ...credentials, name, role, areaIds })
    if (!made.ok) return made
    await deleteInvitation(gate.tx, invitation.id, now)
    gate.record({ kind: 'invitation.accepted', username: credentials.username.trim().toLowerCase(), role })
    const waiting = afterPassword({ role, hasSecondStep: false, madeUp: context.demonstration })
    const browser = keptBrowser(userAgent)
    return ok(await beginSession(context, gate, { accountId: made.value, waiting, browser }))
  })
