import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readDossierDone } from '#app/http/dossiers.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findListDesk } from '#app/services/dossier-lists.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SurveyNotice } from '#app/ui/office-dossier.tsx'
import { ListedPapers } from '#app/ui/office-dossier-titles.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.dossier.list.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { title, list } = orProblem(await findListDesk(context, args.params.title ?? ''))
  return { viewer: viewerOf(context.person), title, list, done: readDossierDone(args.request) }
}

export default function TitleList() {
  const t = useT()
  const { viewer, title, list, done } = useLoaderData<typeof loader>()
  const breadcrumb = [
    { href: '/ho-so', label: t('office.dossier.title') },
    { href: '/ho-so/danh-muc', label: t('office.dossier.list.title') },
  ]
  return (
    <OfficePage viewer={viewer} section="dossiers" breadcrumb={breadcrumb}>
      {done ? <Notice kind="success">{t(`office.dossier.done.${done}`)}</Notice> : null}
      <h1>{t(`term.title.${title}`)}</h1>
      {list.version === 0 ? (
        <Notice title={t('office.dossier.suggested')}>
          <p>{t('office.dossier.suggestedNote')}</p>
        </Notice>
      ) : null}
      <SurveyNotice title={title} />
      <ListedPapers title={title} papers={list.papers} />
      <p className="actions">
        <LinkButton kind="primary" href={`/ho-so/danh-muc/${title}/moi`}>
          {t('office.dossier.list.add')}
        </LinkButton>
      </p>
    </OfficePage>
  )
}
