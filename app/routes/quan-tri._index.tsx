import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readSaved, requireDeed } from '#app/http/administration.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findAccounts } from '#app/services/accounts.server.ts'
import { findAreas } from '#app/services/areas.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { AccountTable, CommuneTable, Saved } from '#app/ui/office-admin.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'account.manage')
  const villages = await findAreas(context, 'village')
  const communes = (await findAreas(context, 'commune')).map(({ id, name, path }) => {
    return { id, name, villages: villages.filter(village => village.path.startsWith(`${path}/`)).length }
  })
  const accounts = await findAccounts(context)
  return { viewer: viewerOf(context.person), communes, accounts, saved: readSaved(args.request) }
}

export default function Administration() {
  const t = useT()
  const { viewer, communes, accounts, saved } = useLoaderData<typeof loader>()
  return (
    <OfficePage viewer={viewer} section="administration">
      {saved ? <Saved what={saved} /> : null}
      <h1>{t('office.admin.title')}</h1>
      <p className="lead">{t('office.admin.lead')}</p>
      <Panel title={t('office.admin.communes')}>
        {communes.length === 0 ? <p>{t('office.admin.noCommunes')}</p> : <CommuneTable communes={communes} />}
        <p className="actions">
          <LinkButton href="/quan-tri/xa" kind={communes.length === 0 ? 'primary' : 'secondary'}>
            {t('office.admin.addCommuneTitle')}
          </LinkButton>
        </p>
      </Panel>
      <Panel title={t('office.admin.accounts')}>
        <AccountTable accounts={accounts} />
        <p className="actions">
          <LinkButton href="/quan-tri/tai-khoan">{t('office.admin.addAccount')}</LinkButton>
        </p>
      </Panel>
    </OfficePage>
  )
}
