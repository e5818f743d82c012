import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readDossierDone } from '#app/http/dossiers.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findDossierDesk, takeListOver } from '#app/services/dossiers.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { DossierPapers, DossierStats, NewListNotice, SurveyNotice } from '#app/ui/office-dossier.tsx'
import { DossierBadge } from '#app/ui/office-dossier-list.tsx'
import { SubmittedLine } from '#app/ui/office-dossier-submit.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.dossier.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findDossierDesk(context, args.params.id ?? ''))
  const papers = desk.papers.map(({ history: _, ...paper }) => paper)
  return { ...desk, papers, viewer: viewerOf(context.person), done: readDossierDone(args.request) }
}

/** There is one thing to post here: to take the province's list over. */
export const action = async (args: ActionFunctionArgs) => {
  const id = args.params.id ?? ''
  orProblem(await takeListOver(await signedIn(args), id))
  return redirect(`/ho-so/${id}?xong=danh-muc`, 303)
}

export default function Dossier() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { viewer, dossier, state, papers, done, listVersion, mayFill, maySubmit } = page
  return (
    <OfficePage
      viewer={viewer}
      section="dossiers"
      breadcrumb={[{ href: '/ho-so', label: t('office.dossier.title') }]}
    >
      {done ? <Notice kind="success">{t(`office.dossier.done.${done}`)}</Notice> : null}
      <h1>{dossier.communeName}</h1>
      <p className="lead">
        {t('office.dossier.name', {
          title: t(`term.title.${dossier.title}`),
          year: String(dossier.year),
        })}{' '}
        <DossierBadge state={state} />
      </p>
      {dossier.submittedOn === null ? null : (
        <SubmittedLine on={dossier.submittedOn} number={dossier.submittedNumber} />
      )}
      <DossierStats papers={papers} />
      {mayFill && listVersion !== dossier.listVersion ? (
        <NewListNotice mine={dossier.listVersion} now={listVersion} />
      ) : null}
      <SurveyNotice title={dossier.title} />
      <h2>{t('office.dossier.papers')}</h2>
      <DossierPapers dossierId={dossier.id} papers={papers} />
      {dossier.listVersion === 0 ? (
        <Notice title={t('office.dossier.suggested')}>
          <p>{t('office.dossier.suggestedNote')}</p>
        </Notice>
      ) : null}
      <p className="actions">
        {maySubmit && state === 'complete' ? (
          <LinkButton kind="primary" href={`/ho-so/${dossier.id}/nop`}>
            {t('office.dossier.submit.link')}
          </LinkButton>
        ) : null}
        <LinkButton href={`/ho-so/${dossier.id}/tron-bo.zip`} download>
          {t('office.dossier.wholeSet')}
        </LinkButton>
      </p>
      {state === 'preparing' ? <p className="hint">{t('office.dossier.submit.waits')}</p> : null}
    </OfficePage>
  )
}
