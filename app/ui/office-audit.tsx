import type { Group } from '#app/audit/group.ts'
import { formatDate, formatInteger, formatShortTime } from '#app/i18n/format.ts'
import { LinkButton, SubmitButton } from './button.tsx'
import { SelectField } from './choice-field.tsx'
import { errorOf, type FormError } from './error-summary.tsx'
import { useSite, useT } from './site.tsx'
import { DateField, TextField } from './text-field.tsx'

type Named = { readonly id: string; readonly name: string }

/** One link of the log as the page shows it. */
export type ShownLine = {
  readonly seq: number
  readonly at: { readonly instant: string } | { readonly day: string }
  readonly who:
    | { readonly kind: 'resident' | 'system' | 'gone' }
    | { readonly kind: 'account'; readonly name: string }
  readonly campaign: Named | null
  readonly sentence: string
  readonly hash: string
}

export type AuditTyped = {
  readonly campaignId: string
  readonly person: string
  readonly from: string
  readonly to: string
  readonly group: Group | ''
}

/** The address of a part of the log; what is empty is left out. */
export const auditAddress = (
  typed: AuditTyped,
  more: { readonly path?: string; readonly below?: number } = {},
): string => {
  const parts = [
    ['dot', typed.campaignId],
    ['nguoi', typed.person],
    ['tu', typed.from],
    ['den', typed.to],
    ['nhom', typed.group],
    ['truoc', more.below === undefined ? '' : String(more.below)],
  ].filter(([, value]) => value !== '')
  const query = new URLSearchParams(parts as string[][]).toString()
  return `${more.path ?? '/nhat-ky'}${query && '?'}${query}`
}

type ChoiceProps = { readonly typed: AuditTyped; readonly campaign: Named | null }

const CampaignChoice = ({ typed, campaign }: ChoiceProps) => {
  const t = useT()
  return (
    <p className="log-campaign">
      <b>{t('audit.filter.campaign')}:</b> {campaign ? campaign.name : t('audit.filter.everyCampaign')}{' '}
      <a className="tap" href={auditAddress({ ...typed, campaignId: '' }, { path: '/nhat-ky/dot' })}>
        {t('audit.filter.choose')}
      </a>{' '}
      {campaign ? (
        <a className="tap" href={auditAddress({ ...typed, campaignId: '' })}>
          {t('audit.filter.drop')}
        </a>
      ) : null}
    </p>
  )
}

type FilterProps = ChoiceProps & {
  readonly groups: readonly Group[]
  readonly errors: readonly FormError[]
}

/** Boxes to ask for a part of the log: a plain form whose address can be kept, folded until something is asked. */
export const AuditFilter = ({ typed, campaign, groups, errors }: FilterProps) => {
  const t = useT()
  const asked = Object.values(typed).some(value => value !== '')
  const options = groups.map(group => ({ value: group as string, label: t(`audit.group.${group}`) }))
  return (
    <details open={asked}>
      <summary>{t('audit.filter.label')}</summary>
      <form method="get" action="/nhat-ky" className="search log-filter" aria-label={t('audit.filter.label')}>
        {groups.includes('campaign') ? <CampaignChoice typed={typed} campaign={campaign} /> : null}
        {campaign ? <input type="hidden" name="dot" value={campaign.id} /> : null}
        <TextField
          name="nguoi"
          label={t('audit.filter.person')}
          hint={t('audit.filter.personHint')}
          value={typed.person}
          maxLength={80}
          inputMode="search"
        />
        <SelectField
          name="nhom"
          label={t('audit.filter.group')}
          value={typed.group || 'tat-ca'}
          options={[{ value: 'tat-ca', label: t('audit.filter.everyGroup') }, ...options]}
        />
        <DateField
          name="tu"
          label={t('audit.filter.from')}
          value={typed.from}
          error={errorOf(errors, 'tu')}
        />
        <DateField name="den" label={t('audit.filter.to')} value={typed.to} error={errorOf(errors, 'den')} />
        <SubmitButton kind="secondary">{t('audit.filter.find')}</SubmitButton>
        {asked ? <LinkButton href="/nhat-ky">{t('audit.filter.all')}</LinkButton> : null}
      </form>
    </details>
  )
}

/** A hash by its beginning, the whole of it on demand. */
const Hash = ({ seq, hash }: { readonly seq: number; readonly hash: string }) => {
  const t = useT()
  const { language } = useSite()
  const number = formatInteger(seq, language)
  return (
    <details className="log-hash">
      <summary>
        {t('audit.hash', { seq: number })} <code>{hash.slice(0, 12)}</code>
      </summary>
      <p>
        <span className="visually-hidden">{t('audit.hashOf', { seq: number })}: </span>
        <code>{hash}</code>
      </p>
    </details>
  )
}

const Line = ({ line }: { readonly line: ShownLine }) => {
  const t = useT()
  const { language } = useSite()
  const { at, who, campaign } = line
  const time = 'day' in at ? formatDate(at.day, language) : formatShortTime(new Date(at.instant), language)
  return (
    <li className="log-line">
      <time className="soft" dateTime={'day' in at ? at.day : at.instant}>
        {time}
      </time>
      <div>
        <p>
          <b>{who.kind === 'account' ? who.name : t(`audit.who.${who.kind}`)}</b> {line.sentence}
        </p>
        {campaign ? (
          <p className="soft">
            <a href={`/dot/${campaign.id}`}>{campaign.name}</a>
          </p>
        ) : null}
        <Hash seq={line.seq} hash={line.hash} />
      </div>
    </li>
  )
}

/** Lines of the log, newest first. */
export const AuditLines = ({ lines }: { readonly lines: readonly ShownLine[] }) => (
  <ol className="log">
    {lines.map(line => (
      <Line key={line.seq} line={line} />
    ))}
  </ol>
)

type WayProps = { readonly typed: AuditTyped; readonly below: number | null; readonly paged: boolean }

/** The way through the log: back to the newest lines, on to older ones. */
export const AuditWay = ({ typed, below, paged }: WayProps) => {
  const t = useT()
  if (below === null && !paged) return null
  return (
    <nav className="pager" aria-label={t('audit.pages')}>
      <p className="actions">
        {paged ? (
          <a className="tap" rel="prev" href={auditAddress(typed)}>
            {t('audit.newest')}
          </a>
        ) : null}
        {below === null ? null : (
          <a className="tap" rel="next" href={auditAddress(typed, { below })}>
            {t('audit.older')}
          </a>
        )}
      </p>
    </nav>
  )
}

/** The head of the chain and what it is good for. */
export const AuditHead = ({ seq, hash }: { readonly seq: number; readonly hash: string }) => {
  const t = useT()
  const { language } = useSite()
  return (
    <>
      <p>{t('audit.head.what')}</p>
      <dl className="facts">
        <div>
          <dt>{t('audit.head.number')}</dt>
          <dd>{formatInteger(seq, language)}</dd>
        </div>
        <div>
          <dt>{t('audit.head.hash')}</dt>
          <dd>
            <code className="log-head">{hash}</code>
          </dd>
        </div>
      </dl>
      <p className="hint">{t('audit.head.check')}</p>
    </>
  )
}
