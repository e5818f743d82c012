import type { Browser } from '#app/account/browser.ts'
import type { Role } from '#app/account/person.ts'
import { formatDate, formatDateTime } from '#app/i18n/format.ts'
import { Badge } from './badge.tsx'
import { LinkButton, SubmitButton } from './button.tsx'
import { Notice } from './notice.tsx'
import { Panel } from './panel.tsx'
import { useSite, useT } from './site.tsx'

type Session = {
  readonly id: string
  /** ISO 8601. */
  readonly since: string
  readonly lastSeenOn: string
  readonly browser: Browser
  readonly here: boolean
}

type SecondStepStanding = {
  readonly setUp: boolean
  readonly recoveryCodesLeft: number
  readonly required: boolean
}

type OwnAccountProps = {
  readonly account: { readonly username: string; readonly name: string; readonly role: Role }
  readonly secondStep: SecondStepStanding
  readonly sessions: readonly Session[]
  readonly done: 'mat-khau' | 'phien' | 'phien-khac' | null
}

/** A browser in plain words: "Chrome trên điện thoại Android". */
const useBrowserWords = () => {
  const t = useT()
  return ({ family, device }: Browser): string =>
    t('office.own.browserOn', {
      browser: t(`office.own.browser.${family}`),
      device: t(`office.own.device.${device}`),
    })
}

const SessionRow = ({ session }: { readonly session: Session }) => {
  const t = useT()
  const { language } = useSite()
  const browser = useBrowserWords()(session.browser)
  return (
    <li className="row">
      <div className="row-main">
        <p>
          <b>{browser}</b> {session.here ? <Badge tone="active">{t('office.own.here')}</Badge> : null}
        </p>
        <p className="soft">
          {t('office.own.sessionDays', {
            since: formatDateTime(new Date(session.since), language),
            seen: formatDate(session.lastSeenOn, language),
          })}
        </p>
      </div>
      {session.here ? null : (
        <form method="post">
          <input type="hidden" name="session" value={session.id} />
          <SubmitButton kind="secondary">
            {t('office.own.end')}
            <span className="visually-hidden"> {browser}</span>
          </SubmitButton>
        </form>
      )}
    </li>
  )
}

const Sessions = ({ sessions }: { readonly sessions: readonly Session[] }) => {
  const t = useT()
  return (
    <Panel title={t('office.own.sessions')}>
      <p className="hint">{t('office.own.sessionsHint')}</p>
      <ul className="rows">
        {sessions.map(session => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post">
          <SubmitButton kind="danger">{t('office.own.endOthers')}</SubmitButton>
        </form>
      ) : null}
    </Panel>
  )
}

const SecondStep = ({ setUp, recoveryCodesLeft, required }: SecondStepStanding) => {
  const t = useT()
  return (
    <Panel title={t('office.own.secondStep')}>
      {setUp ? (
        <p>{t('office.own.secondStepOn', { count: recoveryCodesLeft })}</p>
      ) : (
        <p>{t(required ? 'office.own.secondStepMissing' : 'office.own.secondStepOff')}</p>
      )}
      <p className="actions">
        <LinkButton href="/tai-khoan/hai-buoc">
          {t(setUp ? 'office.own.secondStepChange' : 'office.own.secondStepSetUp')}
        </LinkButton>
      </p>
    </Panel>
  )
}

/** The own account: who one is here, the password, the second step, and where one is signed in. */
export const OwnAccount = ({ account, secondStep, sessions, done }: OwnAccountProps) => {
  const t = useT()
  return (
    <>
      {done ? (
        <Notice kind="success">
          <p>{t(`office.own.done.${done}`)}</p>
        </Notice>
      ) : null}
      <h1>{t('office.own.title')}</h1>
      <dl className="facts">
        <div>
          <dt>{t('office.admin.name')}</dt>
          <dd>{account.name}</dd>
        </div>
        <div>
          <dt>{t('office.admin.username')}</dt>
          <dd>{account.username}</dd>
        </div>
        <div>
          <dt>{t('office.admin.role')}</dt>
          <dd>{t(`term.role.${account.role}`)}</dd>
        </div>
      </dl>
      <p className="actions">
        <LinkButton href="/tai-khoan/mat-khau">{t('office.own.passwordTitle')}</LinkButton>
      </p>
      <SecondStep {...secondStep} />
      <Sessions sessions={sessions} />
    </>
  )
}
