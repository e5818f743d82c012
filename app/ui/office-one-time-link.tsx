import { formatDateTime } from '#app/i18n/format.ts'
import { LinkButton } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { Notice } from './notice.tsx'
import { qrOf } from './qr.ts'
import { QrCode } from './qr-code.tsx'
import { useSite, useT } from './site.tsx'

type LinkProps = {
  readonly name: string
  readonly url: string
  /** ISO 8601. */
  readonly expiresAt: string
}

/** A link to be handed over now: as text to copy, and as a QR code for a phone held beside the screen. */
const OneTimeLink = ({ url, expiresAt }: LinkProps) => {
  const t = useT()
  const { language } = useSite()
  return (
    <>
      <p className="one-time-link" id="lien-ket">
        {url}
      </p>
      <CopyButton of="lien-ket" />
      <QrCode qr={qrOf(url)} label={t('office.admin.linkQr')} />
      <Notice kind="warning">
        <p>{t('office.admin.linkOnce', { until: formatDateTime(new Date(expiresAt), language) })}</p>
      </Notice>
    </>
  )
}

/** After inviting somebody. */
export const InvitationMade = (props: LinkProps) => {
  const t = useT()
  return (
    <>
      <p className="lead">{t('office.admin.invited', { name: props.name })}</p>
      <OneTimeLink {...props} />
      <p className="actions">
        <LinkButton href="/quan-tri/moi">{t('office.admin.inviteMore')}</LinkButton>
        <LinkButton href="/quan-tri">{t('office.admin.backToAccounts')}</LinkButton>
      </p>
    </>
  )
}

/** After a reset. */
export const ResetMade = (props: LinkProps) => {
  const t = useT()
  return (
    <>
      <p className="lead">{t('office.admin.resetMade', { name: props.name })}</p>
      <OneTimeLink {...props} />
      <p className="actions">
        <LinkButton href="/quan-tri">{t('office.admin.backToAccounts')}</LinkButton>
      </p>
    </>
  )
}
