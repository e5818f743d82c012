import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { returnDossier } from '#app/services/verification.server.ts'
import { findVerification } from '#app/services/verification-desk.server.ts'
import { reasonRows, returnSchema } from '#app/services/verification-form.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { PlaceFields } from '#app/ui/office-verification-comments.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'
import { DateField, TextArea } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.verification.returnTitle')

const rows = Array.from({ length: reasonRows }, (_, i) => `.${i + 1}`)

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findVerification(context, args.params.id ?? ''))
  if (desk.campaign.state !== 'awaiting-verification') return problem('campaign-step-not-now')
  const { campaign, today, villages, contents } = desk
  return { viewer: viewerOf(context.person), rows, campaign, today, villages, contents }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { get, texts } = await readFields(args.request)
  const id = args.params.id ?? ''
  const read = returnSchema.safeParse({
    summary: get('summary') ?? '',
    deadline: get('deadline') ?? '',
    reasons: rows.map(row => ({
      villageId: get(`villageId${row}`) ?? '',
      content: get(`content${row}`) ?? '',
      reason: get(`reason${row}`) ?? '',
    })),
  })
  if (!read.success) return data({ typed: texts, faults: faultsOf(read.error) }, 422)
  const returned = await returnDossier(context, id, read.data)
  if (returned.ok) return redirect(`/tham-tra/${id}?xong=tra-lai`, 303)
  if (returned.error !== 'return-deadline-past') return problem(returned.error)
  return data({ typed: texts, faults: { deadline: returned.error } }, 422)
}

export default function ReturnDossier() {
  const t = useT()
  const { viewer, campaign, today, ...page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const typed = refused?.typed ?? {}
  const back = [{ href: `/tham-tra/${campaign.id}`, label: campaign.name }]
  return (
    <OfficePage viewer={viewer} section="verification" breadcrumb={back}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.verification.returnTitle')}</h1>
      <p className="lead">{t('office.verification.returnLead')}</p>
      <form method="post" action="#can-sua">
        <TextArea
          name="summary"
          label={t('office.verification.returnSummary')}
          value={typed.summary}
          error={errorOf(errors, 'summary')}
        />
        <DateField
          name="deadline"
          label={t('office.verification.deadline')}
          min={today}
          value={typed.deadline}
          error={errorOf(errors, 'deadline')}
        />
        <h2>{t('office.verification.returnReasons')}</h2>
        {page.rows.map((row, i) => (
          <details key={row} open={i === 0 || Boolean(typed[`reason${row}`])}>
            <summary>{t('office.verification.returnReason', { number: i + 1 })}</summary>
            <PlaceFields places={page} typed={typed} suffix={row} />
            <TextArea
              name={`reason${row}`}
              label={t('office.verification.returnReason', { number: i + 1 })}
              value={typed[`reason${row}`]}
              rows={2}
              optional
            />
          </details>
        ))}
        <p className="actions">
          <SubmitButton kind="danger">{t('office.verification.returnSubmit')}</SubmitButton>
          <LinkButton href={`/tham-tra/${campaign.id}`}>{t('office.verification.back')}</LinkButton>
        </p>
      </form>
    </OfficePage>
  )
}
