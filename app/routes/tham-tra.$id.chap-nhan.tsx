import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findVerification } from '#app/services/verification-desk.server.ts'
import { acceptSchema } from '#app/services/verification-form.server.ts'
import { acceptDossier } from '#app/services/verification-signing.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-field.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.verification.acceptTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, verification, comments } = orProblem(
    await findVerification(context, args.params.id ?? ''),
  )
  if (campaign.state !== 'awaiting-verification' || verification?.state !== 'examining')
    return problem('campaign-step-not-now')
  const blocking = comments.filter(one => one.blocking && one.resolvedAt === null).length
  return { viewer: viewerOf(context.person), campaign, blocking }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { texts } = await readFields(args.request)
  const id = args.params.id ?? ''
  const read = acceptSchema.safeParse(texts)
  if (!read.success) return data({ typed: texts, faults: faultsOf(read.error) }, 422)
  const { number, conclusion } = read.data
  orProblem(await acceptDossier(context, id, { number, conclusion }))
  return redirect(`/tham-tra/${id}?xong=chap-nhan`, 303)
}

export default function AcceptDossier() {
  const t = useT()
  const { viewer, campaign, blocking } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const typed = refused?.typed ?? {}
  const back = [{ href: `/tham-tra/${campaign.id}`, label: campaign.name }]
  return (
    <OfficePage viewer={viewer} section="verification" breadcrumb={back}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.verification.acceptTitle')}</h1>
      <p className="lead">{t('office.verification.acceptLead')}</p>
      {blocking > 0 ? (
        <Notice kind="warning">
          <p>{t('office.verification.openBlocking', { count: blocking })}</p>
        </Notice>
      ) : (
        <form method="post" action="#can-sua">
          <TextField
            name="number"
            label={t('office.verification.acceptNumber')}
            hint={t('office.verification.acceptNumberHint')}
            value={typed.number}
            error={errorOf(errors, 'number')}
            width="short"
            optional
          />
          <TextArea
            name="conclusion"
            label={t('office.verification.conclusion')}
            hint={t('office.verification.conclusionHint')}
            value={typed.conclusion}
            error={errorOf(errors, 'conclusion')}
          />
          <Checkbox
            name="confirm"
            value="yes"
            label={t('office.verification.acceptConfirm')}
            checked={typed.confirm === 'yes'}
            error={errorOf(errors, 'confirm')}
          />
          <SubmitButton>{t('office.verification.acceptSubmit')}</SubmitButton>
        </form>
      )}
      <p className="actions">
        <LinkButton href={`/tham-tra/${campaign.id}`}>{t('office.verification.back')}</LinkButton>
      </p>
    </OfficePage>
  )
}
