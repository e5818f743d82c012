import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { doneOf } from '#app/http/verification.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { resubmitDossier } from '#app/services/verification.server.ts'
import { answerComment } from '#app/services/verification-comments.server.ts'
import { findVerificationAnswers } from '#app/services/verification-desk.server.ts'
import { verificationAnswerSchema } from '#app/services/verification-form.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf, type FormError } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { Notes, RecountTable, Returns, StandingBadge } from '#app/ui/office-verification.tsx'
import { AnswerForm, CommentList } from '#app/ui/office-verification-comments.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'
import { TextArea } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.verification.communeTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findVerificationAnswers(context, args.params.id ?? ''))
  return { viewer: viewerOf(context.person), done: doneOf(args.request), ...desk }
}

/** One comment answered, or, without a comment, the dossier handed in again. */
export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { get, texts } = await readFields(args.request)
  const campaignId = args.params.id ?? ''
  const commentId = get('comment')
  const box = commentId === null ? 'answer' : `answer.${commentId}`
  const read = verificationAnswerSchema.safeParse({ answer: get(box) ?? '' })
  if (!read.success) {
    const fault = faultsOf(read.error).answer ?? 'field-unreadable'
    return data({ typed: texts, faults: { [box]: fault } }, 422)
  }
  const { answer } = read.data
  if (commentId === null) orProblem(await resubmitDossier(context, campaignId, answer))
  else orProblem(await answerComment(context, { campaignId, commentId }, answer))
  return redirect(`/dot/${campaignId}/tham-tra?xong=${commentId === null ? 'gui-lai' : 'tra-loi'}`, 303)
}

type Typing = { readonly typed: Readonly<Record<string, string>>; readonly errors: readonly FormError[] }

const Resubmit = ({ id, typed, errors }: Typing & { readonly id: string }) => {
  const t = useT()
  return (
    <Panel title={t('office.verification.resubmitTitle')}>
      <p>{t('office.verification.resubmitLead')}</p>
      <form method="post" action="#can-sua">
        <TextArea
          name="answer"
          label={t('office.verification.resubmitAnswer')}
          value={typed.answer}
          error={errorOf(errors, 'answer')}
        />
        <p className="actions">
          <SubmitButton>{t('office.verification.resubmitSubmit')}</SubmitButton>
          <LinkButton href={`/dot/${id}/mo-lai`}>{t('office.verification.reopen')}</LinkButton>
        </p>
      </form>
    </Panel>
  )
}

export default function CommuneVerification() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const typing = { typed: refused?.typed ?? {}, errors: useErrors(refused?.faults) }
  const { campaign, verification, comments, returns, notes, recount } = page
  const open = verification !== null && verification.state !== 'signed'
  return (
    <CampaignPage viewer={page.viewer} campaign={campaign} here="/tham-tra">
      <ErrorSummary errors={typing.errors} />
      {page.done && typing.errors.length === 0 ? (
        <Notice kind="success">
          <p>{t(page.done)}</p>
        </Notice>
      ) : null}
      <h1>{t('office.verification.communeTitle')}</h1>
      <p className="lead">
        {t('office.verification.communeLead')}{' '}
        {verification ? <StandingBadge standing={verification.state} /> : null}
      </p>
      <Notes id={campaign.id} notes={notes} state={verification?.state ?? null} />
      <Returns returns={returns} places={page} />
      {campaign.state === 'returned' ? <Resubmit id={campaign.id} {...typing} /> : null}
      <Panel title={t('office.verification.comments')}>
        <CommentList
          comments={comments}
          places={page}
          deedOf={one => (open && one.answer === null ? <AnswerForm id={one.id} {...typing} /> : null)}
        />
      </Panel>
      {recount ? <RecountTable recount={recount} /> : null}
    </CampaignPage>
  )
}
