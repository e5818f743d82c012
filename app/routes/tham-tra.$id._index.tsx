import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { doneOf } from '#app/http/verification.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findEvaluation } from '#app/services/evaluation.server.ts'
import { resolveComment, writeComment } from '#app/services/verification-comments.server.ts'
import { findVerification } from '#app/services/verification-desk.server.ts'
import { commentSchema } from '#app/services/verification-form.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Evaluation, evaluationParts } from '#app/ui/evaluation.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { Notes, RecountTable, Returns, StandingBadge } from '#app/ui/office-verification.tsx'
import { CommentForm, CommentList, ResolveForm } from '#app/ui/office-verification-comments.tsx'
import { DossierPapers } from '#app/ui/office-verification-papers.tsx'
import { OnThisPage } from '#app/ui/on-this-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.verification.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const desk = orProblem(await findVerification(context, id))
  const found = desk.campaign.closedAt ? orProblem(await findEvaluation(context, id)) : null
  return { viewer: viewerOf(context.person), done: doneOf(args.request), evaluation: found, ...desk }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const campaignId = args.params.id ?? ''
  if (fields.get('viec') === 'xong') {
    orProblem(await resolveComment(context, { campaignId, commentId: fields.get('comment') ?? '' }))
    return redirect(`/tham-tra/${campaignId}?xong=giai-quyet`, 303)
  }
  const read = commentSchema.safeParse(fields.texts)
  if (!read.success) return data({ typed: fields.texts, faults: faultsOf(read.error) }, 422)
  orProblem(await writeComment(context, campaignId, read.data))
  return redirect(`/tham-tra/${campaignId}?xong=y-kien`, 303)
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** What can be done next, as the dossier stands. */
const Deeds = ({ page: { campaign, verification } }: { readonly page: Page }) => {
  const t = useT()
  if (campaign.state !== 'awaiting-verification' || !verification) return null
  const base = `/tham-tra/${campaign.id}`
  return (
    <p className="actions">
      {verification.state === 'accepted' ? (
        <LinkButton kind="primary" href={`${base}/ky`}>
          {t('office.verification.signTitle')}
        </LinkButton>
      ) : (
        <LinkButton kind="primary" href={`${base}/chap-nhan`}>
          {t('office.verification.acceptTitle')}
        </LinkButton>
      )}
      <LinkButton href={`${base}/tra-lai`}>{t('office.verification.returnTitle')}</LinkButton>
    </p>
  )
}

export default function Dossier() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const { campaign, verification, comments, returns, notes, recount, evaluation } = page
  const open = verification !== null && verification.state !== 'signed'
  const parts = [
    ...(evaluation ? evaluationParts(t, evaluation) : []),
    { id: 'papers-title', label: t('office.verification.papers') },
    ...(returns.length > 0 ? [{ id: 'returns-title', label: t('office.verification.returns') }] : []),
    { id: 'comments-title', label: t('office.verification.comments') },
  ]
  const back = [{ href: '/tham-tra', label: t('office.verification.queueTitle') }]
  return (
    <OfficePage viewer={page.viewer} section="verification" breadcrumb={back}>
      <ErrorSummary errors={errors} />
      {page.done && errors.length === 0 ? (
        <Notice kind="success">
          <p>{t(page.done)}</p>
        </Notice>
      ) : null}
      <h1>{campaign.name}</h1>
      <p className="lead">
        {campaign.communeName} · {t('office.verification.versionOf', { version: campaign.version })}{' '}
        {verification || campaign.version > 1 ? (
          <StandingBadge standing={verification?.state ?? 'redoing'} />
        ) : null}
      </p>
      <Deeds page={page} />
      <OnThisPage parts={parts} />
      <Notes id={campaign.id} notes={notes} state={verification?.state ?? null} />
      {recount ? <RecountTable recount={recount} /> : null}
      {evaluation ? <Evaluation evaluation={evaluation} /> : null}
      <DossierPapers id={campaign.id} />
      <Returns returns={returns} places={page} />
      <Panel title={t('office.verification.comments')} anchor="comments-title">
        <CommentList
          comments={comments}
          places={page}
          deedOf={one => (open && one.resolvedAt === null ? <ResolveForm id={one.id} /> : null)}
        />
        {open ? <CommentForm places={page} typed={refused?.typed ?? {}} errors={errors} /> : null}
      </Panel>
    </OfficePage>
  )
}
