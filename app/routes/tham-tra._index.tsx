import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { dayOf } from '#app/basics/day.ts'
import { readPage } from '#app/basics/paging.ts'
import { standings } from '#app/dossier/verification.ts'
import { signedIn } from '#app/http/access.server.ts'
import { problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { findQueue } from '#app/services/verification-queue.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Checkbox, SelectField } from '#app/ui/choice-field.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { StandingBadge } from '#app/ui/office-verification.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useSite, useT } from '#app/ui/site.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.verification.queueTitle')

/** What a filter that narrows nothing says in the address. */
const every = 'tat-ca'

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  if (!mayEver(context.person, 'verification.work')) return problem('forbidden')
  const query = new URL(args.request.url).searchParams
  const typed = {
    tim: (query.get('tim') ?? '').normalize('NFC').trim().slice(0, 80),
    'trang-thai': standings.find(one => one === query.get('trang-thai')) ?? '',
    xa: [query.get('xa') ?? ''].find(one => one !== every) ?? '',
    han: query.get('han') === 'qua' ? 'qua' : '',
  }
  const queue = await findQueue(context, {
    search: typed.tim,
    standing: standings.find(one => one === typed['trang-thai']) ?? null,
    communeId: typed.xa || null,
    overdue: typed.han === 'qua',
    slice: { page: readPage(query.get('trang')), size: 25 },
  })
  return { viewer: viewerOf(context.person), typed, ...queue }
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

const Filters = ({ typed, communes }: Pick<Page, 'typed' | 'communes'>) => {
  const t = useT()
  const states = standings.map(one => ({ value: one, label: t(`office.verification.standings.${one}`) }))
  const all = { value: every, label: t('office.verification.every') }
  const asked = Object.values(typed).some(Boolean)
  return (
    <details open={asked}>
      <summary>{t('office.verification.filter')}</summary>
      <form method="get" action="/tham-tra" className="search">
        <TextField name="tim" label={t('office.verification.search')} value={typed.tim} inputMode="search" />
        <SelectField
          name="trang-thai"
          label={t('office.verification.standing')}
          value={typed['trang-thai'] || every}
          options={[all, ...states]}
        />
        <SelectField
          name="xa"
          label={t('office.verification.commune')}
          value={typed.xa || every}
          options={[all, ...communes.map(one => ({ value: one.id, label: one.name }))]}
        />
        <Checkbox
          name="han"
          value="qua"
          label={t('office.verification.overdueOnly')}
          checked={typed.han === 'qua'}
        />
        <SubmitButton kind="secondary">{t('office.verification.find')}</SubmitButton>
        {asked ? <LinkButton href="/tham-tra">{t('office.verification.clear')}</LinkButton> : null}
      </form>
    </details>
  )
}

const Item = ({
  row,
  today,
}: {
  readonly row: Page['dossiers']['rows'][number]
  readonly today: Page['today']
}) => {
  const t = useT()
  const { language } = useSite()
  const sent = formatDate(dayOf(new Date(row.submittedAt)), language)
  const late = row.deadline !== null && row.deadline < today
  const date = row.deadline === null ? '' : formatDate(row.deadline, language)
  const told = [
    row.communeName,
    t('office.verification.versionOf', { version: row.version }),
    t('office.verification.submitted', { date: sent }),
    ...(date ? [t(late ? 'office.verification.overdue' : 'office.verification.deadlineOn', { date })] : []),
  ]
  return (
    <li className="row">
      <div className="row-main">
        <a className="row-name" href={`/tham-tra/${row.id}`}>
          {row.name}
        </a>
        <p className="soft">{told.join(' · ')}</p>
      </div>
      <StandingBadge standing={row.standing} />
    </li>
  )
}

export default function VerificationQueue() {
  const t = useT()
  const { viewer, typed, dossiers, communes, today } = useLoaderData<typeof loader>()
  const asked = Object.values(typed).some(Boolean)
  return (
    <OfficePage viewer={viewer} section="verification">
      <h1>{t('office.verification.queueTitle')}</h1>
      <p className="lead">{t('office.verification.queueLead')}</p>
      <Filters typed={typed} communes={communes} />
      {dossiers.total === 0 ? (
        <p>{t(asked ? 'office.verification.queueNone' : 'office.verification.queueEmpty')}</p>
      ) : (
        <>
          <ul className="rows">
            {dossiers.rows.map(row => (
              <Item key={row.id} row={row} today={today} />
            ))}
          </ul>
          <Pager {...dossiers} hrefOf={page => `/tham-tra?${new URLSearchParams(typed)}&trang=${page}`} />
        </>
      )}
    </OfficePage>
  )
}
