import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { signedIn } from '#app/http/access.server.ts'
import { dossierStateWords, readDossierQuestion } from '#app/http/dossiers.server.ts'
import { problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findDossiers } from '#app/services/dossiers.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DossierList, DossierSearch, dossierAddress } from '#app/ui/office-dossier-list.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.dossier.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  if (!mayEver(context.person, 'dossier.read')) return problem('forbidden')
  const { question, typed } = readDossierQuestion(args.request)
  return {
    viewer: viewerOf(context.person),
    mayOpen: mayEver(context.person, 'dossier.fill'),
    mayEdit: mayEver(context.person, 'dossier.edit-list'),
    typed,
    states: Object.entries(dossierStateWords).map(([word, state]) => ({ word, state })),
    dossiers: await findDossiers(context, question),
  }
}

export default function Dossiers() {
  const t = useT()
  const { viewer, mayOpen, mayEdit, typed, states, dossiers } = useLoaderData<typeof loader>()
  const asked =
    typed.search !== '' || typed.state !== 'tat-ca' || typed.title !== 'tat-ca' || typed.year !== ''
  const some = dossiers.total > 0
  return (
    <OfficePage viewer={viewer} section="dossiers">
      <h1>{t('office.dossier.title')}</h1>
      <p className="lead">{t('office.dossier.lead')}</p>
      <p className="actions">
        {mayOpen ? (
          <LinkButton href="/ho-so/moi" kind="primary">
            {t('office.dossier.open')}
          </LinkButton>
        ) : null}
        {mayEdit ? <LinkButton href="/ho-so/danh-muc">{t('office.dossier.lists')}</LinkButton> : null}
      </p>
      {some || asked ? <DossierSearch typed={typed} states={states} asked={asked} /> : null}
      {some ? <DossierList dossiers={dossiers.rows} /> : null}
      {some ? <Pager {...dossiers} hrefOf={dossierAddress(typed)} /> : null}
      {some ? null : <p>{t(asked ? 'office.dossier.none' : 'office.dossier.empty')}</p>}
    </OfficePage>
  )
}
