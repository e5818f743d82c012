import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readAuditQuestion } from '#app/http/audit-log.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { exportedLines } from '#app/services/audit-export.server.ts'
import { readAuditLog } from '#app/services/audit-log.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary, type FormError } from '#app/ui/error-summary.tsx'
import { AuditFilter, AuditHead, AuditLines, AuditWay, auditAddress } from '#app/ui/office-audit.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('audit.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { question, typed, faults } = readAuditQuestion(args.request)
  const log = orProblem(await readAuditLog(context, question))
  const page = {
    viewer: viewerOf(context.person),
    typed,
    faults,
    exportedLines,
    paged: question.below !== null,
    ...log,
  }
  return data(page, { status: Object.keys(faults).length > 0 ? 422 : 200 })
}

export default function AuditLogPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { viewer, typed, faults, lines, below, paged, campaign, groups, head } = page
  const errors: readonly FormError[] = Object.entries(faults).map(([field, fault]) => ({
    field,
    message: t(`audit.filter.${fault}`),
  }))
  const asked = paged || Object.values(typed).some(value => value !== '')
  return (
    <OfficePage viewer={viewer} section="audit">
      <ErrorSummary errors={errors} />
      <h1>{t('audit.title')}</h1>
      <p className="lead">{t(groups.includes('campaign') ? 'audit.lead' : 'audit.leadAccounts')}</p>
      <AuditFilter typed={typed} campaign={campaign} groups={groups} errors={errors} />
      <Panel title={t('audit.lines')}>
        {lines.length > 0 ? <AuditLines lines={lines} /> : <p>{t(asked ? 'audit.none' : 'audit.nothing')}</p>}
        <AuditWay typed={typed} below={below} paged={paged} />
        {lines.length > 0 ? (
          <>
            <p className="actions">
              <LinkButton href={auditAddress(typed, { path: '/nhat-ky.csv' })}>
                {t('audit.export')}
              </LinkButton>
            </p>
            <p className="hint">{t('audit.exportHint', { count: page.exportedLines })}</p>
          </>
        ) : null}
      </Panel>
      {head ? (
        <Panel title={t('audit.head.title')}>
          <AuditHead {...head} />
        </Panel>
      ) : null}
    </OfficePage>
  )
}
