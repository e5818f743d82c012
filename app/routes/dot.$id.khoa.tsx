import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { closeCampaign } from '#app/services/closing.server.ts'
import { explainVillages, findClosing } from '#app/services/closing-desk.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ClosingConcerns, ClosingSteps, OpenBatches, OpenVillages } from '#app/ui/office-closing.tsx'
import { ClosingReasons } from '#app/ui/office-closing-reasons.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.closing.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findClosing(context, args.params.id ?? ''))
  const explained = new URL(args.request.url).searchParams.get('xong') === 'ly-do'
  return { viewer: viewerOf(context.person), explained, ...desk }
}

/** What stays open is mended on this page; everything else ends on a page of its own. */
const faulty = (field: string, code: string) => data({ faults: { [field]: code } }, statusOf(code))

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const fields = await readFields(args.request)
  if (fields.get('viec') === 'ly-do') {
    const explained = await explainVillages(context, id, fields)
    if (explained.ok) return redirect(`/dot/${id}/khoa?xong=ly-do`, 303)
    return explained.error === 'outcome-missing' ? faulty('ly-do', explained.error) : problem(explained.error)
  }
  const closed = await closeCampaign(context, id)
  if (closed.ok) return redirect(`/dot/${closed.value}?xong=khoa`, 303)
  return closed.error === 'slots-without-reason' ? faulty('ly-do', closed.error) : problem(closed.error)
}

export default function Closing() {
  const t = useT()
  const { viewer, explained, campaign, ...desk } = useLoaderData<typeof loader>()
  const errors = useErrors(useActionData<typeof action>()?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/khoa">
      <ErrorSummary errors={errors} />
      {explained && errors.length === 0 ? (
        <Notice kind="success">
          <p>{t('office.closing.reasonsDone')}</p>
        </Notice>
      ) : null}
      <h1>{t('office.closing.title')}</h1>
      <p className="lead">{t('office.closing.lead')}</p>
      <OpenBatches campaignId={campaign.id} open={desk.openBatches} />
      <ClosingConcerns {...desk} endsOn={campaign.endsOn} version={campaign.version} />
      <OpenVillages villages={desk.villages} />
      <ClosingReasons campaignId={campaign.id} villages={desk.villages} error={errorOf(errors, 'ly-do')} />
      <ClosingSteps />
      <form method="post" action="#can-sua" className="actions">
        {desk.openBatches > 0 ? null : (
          <SubmitButton kind="danger">{t('office.closing.submit')}</SubmitButton>
        )}
        <LinkButton href={`/dot/${campaign.id}`}>{t('office.closing.back')}</LinkButton>
      </form>
    </CampaignPage>
  )
}
