import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isBeforeOpening, type State } from '#app/campaign/campaign.ts'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { markTyped } from '#app/http/plan.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { issuePlan } from '#app/services/plan-edit.server.ts'
import { issueFormSchema } from '#app/services/plan-form.server.ts'
import { findIssueDesk } from '#app/services/plan-view.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { IssuePlanForm } from '#app/ui/office-plan-edit.tsx'
import { PlanTerm } from '#app/ui/office-plan-term.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.planning.issuing.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findIssueDesk(context, args.params.id ?? ''))
  const { campaign, timetable, rules } = desk
  return { viewer: viewerOf(context.person), campaign, timetable, rules, filled: markTyped(desk) }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const { texts } = await readFields(args.request)
  const form = issueFormSchema.safeParse(texts)
  if (!form.success) return data({ faults: faultsOf(form.error), typed: texts }, { status: 422 })
  const issued = await issuePlan(context, id, form.data)
  if (issued.ok) return redirect(`/dot/${id}/ke-hoach?xong=ban-hanh`, 303)
  if (issued.error !== 'plan-day-ahead') return problem(issued.error)
  return data({ faults: { issuedOn: issued.error }, typed: texts }, { status: 422 })
}

/** A draft is issued, an issued plan is corrected, a round opened without its plan has the paper recorded afterwards. */
const wordsOf = (state: State) => {
  if (state === 'draft')
    return { title: 'office.planning.issuing.title', lead: 'office.planning.issuing.lead' } as const
  if (state === 'planned')
    return { title: 'office.planning.mark', lead: 'office.planning.issuing.correctLead' } as const
  return { title: 'office.planning.record', lead: 'office.planning.issuing.recordLead' } as const
}

export default function IssuePlan() {
  const t = useT()
  const { viewer, campaign, timetable, rules, filled } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const words = wordsOf(campaign.state)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/ke-hoach">
      <ErrorSummary errors={errors} />
      <h1>{t(words.title)}</h1>
      <p className="lead">{t(words.lead)}</p>
      <PlanTerm timetable={timetable} rule={rules.workingDays} before={isBeforeOpening(campaign.state)} />
      <IssuePlanForm
        typed={refused?.typed ?? filled}
        errors={errors}
        today={timetable.today}
        back={`/dot/${campaign.id}/ke-hoach`}
      />
    </CampaignPage>
  )
}
