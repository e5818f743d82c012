import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { readAccountQuestion, readSaved, requireDeed } from '#app/http/administration.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findAccounts } from '#app/services/accounts-managed.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { AccountList, AccountSearch, accountsAddress, Saved } from '#app/ui/office-admin.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const { question, typed } = readAccountQuestion(args.request)
  return {
    viewer: viewerOf(context.person),
    keepsAreas: mayEver(context.person, 'area.manage'),
    makesAccounts: mayEver(context.person, 'account.manage'),
    accounts: orProblem(await findAccounts(context, question)),
    typed,
    saved: readSaved(args.request),
  }
}

const Areas = () => {
  const t = useT()
  return (
    <Panel title={t('office.admin.communes')}>
      <p>{t('office.admin.communesLead')}</p>
      <p className="actions">
        <LinkButton href="/quan-tri/dia-ban">{t('office.admin.openAreas')}</LinkButton>
        <LinkButton href="/quan-tri/xa">{t('office.admin.addCommuneTitle')}</LinkButton>
      </p>
    </Panel>
  )
}

export default function Administration() {
  const t = useT()
  const { viewer, keepsAreas, makesAccounts, accounts, typed, saved } = useLoaderData<typeof loader>()
  return (
    <OfficePage viewer={viewer} section="administration">
      {saved ? <Saved what={saved} /> : null}
      <h1>{t(makesAccounts ? 'office.admin.title' : 'office.admin.collectorsTitle')}</h1>
      <p className="lead">{t(makesAccounts ? 'office.admin.lead' : 'office.admin.collectorsLead')}</p>
      {keepsAreas ? <Areas /> : null}
      <Panel title={t('office.admin.accounts')}>
        <p className="actions">
          <LinkButton href="/quan-tri/moi" kind="primary">
            {t('office.admin.invite')}
          </LinkButton>
          <LinkButton href="/quan-tri/loi-moi">{t('office.admin.invitations')}</LinkButton>
          {makesAccounts ? (
            <LinkButton href="/quan-tri/tai-khoan">{t('office.admin.addAccount')}</LinkButton>
          ) : null}
        </p>
        <AccountSearch typed={typed} />
        <AccountList accounts={accounts.rows} />
        <Pager {...accounts} hrefOf={accountsAddress(typed)} />
      </Panel>
    </OfficePage>
  )
}
