import type { Role } from '#app/account/person.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { Notice } from './notice.tsx'
import { useSite, useT } from './site.tsx'

type Account = {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly string[]
  readonly secondStep: boolean
  /** Whether it is the reader's own, which is kept at /tai-khoan. */
  readonly own: boolean
  /** ISO 8601, as is the next. */
  readonly createdAt: string
  readonly disabledAt: string | null
}

const Facts = ({ account }: { readonly account: Account }) => {
  const t = useT()
  const { language } = useSite()
  const facts = [
    [t('office.admin.username'), account.username],
    [t('office.admin.role'), t(`term.role.${account.role}`)],
    [t('office.admin.areas'), account.areas.join('; ')],
    [t('office.own.secondStep'), t(account.secondStep ? 'office.admin.stepOn' : 'office.admin.stepOff')],
    [t('office.admin.made'), formatDateTime(new Date(account.createdAt), language)],
  ]
  return (
    <dl className="facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Deeds = ({ account }: { readonly account: Account }) => {
  const t = useT()
  const shut = account.disabledAt !== null
  return (
    <>
      {shut ? null : (
        <p className="actions">
          <LinkButton href={`/quan-tri/tai-khoan/${account.username}/quyen`}>
            {t('office.admin.rights.title')}
          </LinkButton>
          <LinkButton href={`/quan-tri/tai-khoan/${account.username}/dat-lai`}>
            {t('office.admin.reset')}
          </LinkButton>
        </p>
      )}
      <form method="post">
        <p className="hint">{t(shut ? 'office.admin.enableHint' : 'office.admin.disableHint')}</p>
        <SubmitButton kind={shut ? 'primary' : 'danger'} name="deed" value={shut ? 'mo-lai' : 'khoa'}>
          {t(shut ? 'office.admin.enable' : 'office.admin.disable')}
        </SubmitButton>
      </form>
    </>
  )
}

/** An account as its superior sees it, and what the superior can do. */
export const ManagedAccount = ({ account }: { readonly account: Account }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <>
      <h1>{account.name}</h1>
      {account.disabledAt ? (
        <Notice kind="warning">
          <p>
            {t('office.admin.disabledSince', {
              when: formatDateTime(new Date(account.disabledAt), language),
            })}
          </p>
        </Notice>
      ) : null}
      <Facts account={account} />
      {account.own ? (
        <p className="actions">
          <LinkButton href="/tai-khoan">{t('office.admin.ownAccount')}</LinkButton>
        </p>
      ) : (
        <Deeds account={account} />
      )}
    </>
  )
}
