import type { Role } from '#app/account/person.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { SubmitButton } from './button.tsx'
import { useSite, useT } from './site.tsx'

type Invitation = {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly string[]
  /** ISO 8601. */
  readonly expiresAt: string
}

/** Invitations whose links are still good, each to be taken back; the link itself is told once and not kept. */
export const InvitationList = ({ invitations }: { readonly invitations: readonly Invitation[] }) => {
  const t = useT()
  const { language } = useSite()
  if (invitations.length === 0) return <p className="lead">{t('office.admin.noInvitations')}</p>
  return (
    <ul className="rows">
      {invitations.map(({ id, name, role, areas, expiresAt }) => (
        <li key={id} className="row">
          <div className="row-main">
            <p className="row-name">{name}</p>
            <p>
              {t(`term.role.${role}`)} · {areas.join(', ')}
            </p>
            <p className="soft">
              {t('office.admin.goodUntil', { until: formatDateTime(new Date(expiresAt), language) })}
            </p>
          </div>
          <form method="post">
            <input type="hidden" name="invitation" value={id} />
            <SubmitButton kind="secondary">
              {t('office.admin.revoke')}
              <span className="visually-hidden"> {name}</span>
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  )
}
