import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findSecondStep } from '#app/services/second-step.server.ts'
import { findVerification } from '#app/services/verification-desk.server.ts'
import { signNote } from '#app/services/verification-signing.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { Notes } from '#app/ui/office-verification.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'
import { PasswordField, TextField } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.verification.signTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findVerification(context, args.params.id ?? ''))
  if (desk.verification?.state !== 'accepted') return problem('campaign-step-not-now')
  const { campaign, notes } = desk
  const { setUp } = await findSecondStep(context)
  const note = notes.find(one => one.version === campaign.version)
  const signed = note?.signatures.some(one => one.accountId === context.person?.id) ?? false
  return { viewer: viewerOf(context.person), campaign, notes, setUp, signed }
}

/** Where each fault is mended; any other ends on a page of its own. */
const boxes: { readonly [fault: string]: string } = {
  'password-wrong': 'password',
  'sign-in-locked': 'password',
  'second-step-wrong': 'code',
  'second-step-used': 'code',
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { get } = await readFields(args.request)
  const id = args.params.id ?? ''
  const signed = await signNote(context, id, { password: get('password') ?? '', code: get('code') ?? '' })
  if (signed.ok) return redirect(`/tham-tra/${id}?xong=ky`, 303)
  if (signed.error === 'second-step-missing') return redirect(`/tham-tra/${id}/ky`, 303)
  const box = boxes[signed.error]
  if (!box) return problem(signed.error)
  return data({ faults: { [box]: signed.error } }, statusOf(signed.error))
}

export default function SignNote() {
  const t = useT()
  const { viewer, campaign, notes, setUp, signed } = useLoaderData<typeof loader>()
  const errors = useErrors(useActionData<typeof action>()?.faults)
  const back = [{ href: `/tham-tra/${campaign.id}`, label: campaign.name }]
  return (
    <OfficePage viewer={viewer} section="verification" breadcrumb={back}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.verification.signTitle')}</h1>
      <p className="lead">{t('office.verification.signLead')}</p>
      <Notes id={campaign.id} notes={notes} state="accepted" />
      {signed ? (
        <Notice>
          <p>{t('problem.signed-by-you')}</p>
        </Notice>
      ) : setUp ? (
        <form method="post" action="#can-sua" className="narrow">
          <PasswordField
            name="password"
            label={t('office.verification.signPassword')}
            error={errorOf(errors, 'password')}
          />
          <TextField
            name="code"
            label={t('office.verification.signCode')}
            hint={t('office.verification.signCodeHint')}
            error={errorOf(errors, 'code')}
            autoComplete="one-time-code"
            inputMode="numeric"
            width="short"
            maxLength={20}
          />
          <SubmitButton>{t('office.verification.signSubmit')}</SubmitButton>
        </form>
      ) : (
        <Notice kind="warning">
          <p>{t('office.verification.signNeedsStep')}</p>
          <p className="actions">
            <LinkButton href="/tai-khoan/hai-buoc">{t('office.verification.signSetUp')}</LinkButton>
          </p>
        </Notice>
      )}
      <p className="actions">
        <LinkButton href={`/tham-tra/${campaign.id}`}>{t('office.verification.back')}</LinkButton>
      </p>
    </OfficePage>
  )
}
