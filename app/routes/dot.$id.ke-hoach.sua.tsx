import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { type FieldFaults, faultsOf } from '#app/http/form.server.ts'
import { planTyped, readPlanFields } from '#app/http/plan.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { suggestedQuestionnaires } from '#app/questionnaire/suggested.ts'
import { communeTitles } from '#app/services/campaigns.server.ts'
import { editPlan } from '#app/services/plan-edit.server.ts'
import { planFormSchema } from '#app/services/plan-form.server.ts'
import { findPlanDesk } from '#app/services/plan-view.server.ts'
import { findRulePacks } from '#app/services/rules.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { EditPlanForm } from '#app/ui/office-plan-edit.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.planning.form.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findPlanDesk(context, args.params.id ?? ''))
  return {
    viewer: viewerOf(context.person),
    campaign: desk.campaign,
    villages: desk.communeVillages,
    filled: planTyped(desk),
    choices: {
      titles: desk.campaign.jointId ? [desk.campaign.title] : communeTitles,
      questionnaires: suggestedQuestionnaires.map(({ id, name }) => ({ id, name })),
      rules: orProblem(await findRulePacks(context)),
    },
  }
}

/** Which box each refusal is about; any other ends in a page of its own. */
const boxes: { readonly [code: string]: string } = {
  'days-reversed': 'endsOn',
  'questionnaire-unknown': 'questionnaireId',
  'rules-unknown': 'rulesId',
  'rules-of-another-title': 'rulesId',
  'plan-village-missing': 'villageIds',
  'nothing-changed': 'name',
  'joint-keeps': 'title',
}

const again = (faults: FieldFaults, typed: Readonly<Record<string, string>>, status = 422) =>
  data({ faults, typed }, { status })

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const { texts, form } = await readPlanFields(args.request)
  const read = planFormSchema.safeParse(form)
  if (!read.success) return again(faultsOf(read.error), texts)
  const edited = await editPlan(context, id, read.data)
  if (edited.ok) return redirect(`/dot/${id}/ke-hoach?xong=sua`, 303)
  const box = boxes[edited.error]
  return box ? again({ [box]: edited.error }, texts, statusOf(edited.error)) : problem(edited.error)
}

export default function EditPlan() {
  const t = useT()
  const { viewer, campaign, filled, ...form } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/ke-hoach">
      <ErrorSummary errors={errors} />
      <h1>{t('office.planning.form.title')}</h1>
      <EditPlanForm
        {...form}
        typed={refused?.typed ?? filled}
        errors={errors}
        back={`/dot/${campaign.id}/ke-hoach`}
      />
    </CampaignPage>
  )
}
