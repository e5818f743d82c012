import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { signedIn } from '#app/http/access.server.ts'
import { type FieldFaults, faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { suggestedQuestionnaires } from '#app/questionnaire/suggested.ts'
import { findAreas } from '#app/services/areas.server.ts'
import { communeTitles, createCampaign } from '#app/services/campaigns.server.ts'
import { campaignFormSchema } from '#app/services/plan-form.server.ts'
import { findRulePacks } from '#app/services/rules.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { PlanForm } from '#app/ui/office-plan-form.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.plan.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  if (!mayEver(context.person, 'campaign.create')) return problem('forbidden')
  return {
    viewer: viewerOf(context.person),
    titles: communeTitles,
    communes: await findAreas(context, 'commune'),
    questionnaires: suggestedQuestionnaires.map(({ id, name }) => ({ id, name })),
    rules: orProblem(await findRulePacks(context)),
  }
}

/** Which box each refusal is about; any other ends in a page of its own. */
const boxes: { readonly [code: string]: string } = {
  'area-unknown': 'communeId',
  'area-ended': 'communeId',
  'days-reversed': 'endsOn',
  'questionnaire-unknown': 'questionnaireId',
  'rules-unknown': 'rulesId',
  'rules-of-another-title': 'rulesId',
}

const again = (faults: FieldFaults, typed: Readonly<Record<string, string>>) =>
  data({ faults, typed }, { status: 422 })

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { texts } = await readFields(args.request)
  const form = campaignFormSchema.safeParse(texts)
  if (!form.success) return again(faultsOf(form.error), texts)
  const made = await createCampaign(context, form.data)
  if (made.ok) return redirect(`/dot/${made.value}?xong=lap`, 303)
  const box = boxes[made.error]
  return box ? again({ [box]: made.error }, texts) : problem(made.error)
}

export default function NewCampaign() {
  const t = useT()
  const { viewer, ...choices } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <OfficePage
      viewer={viewer}
      section="campaigns"
      breadcrumb={[{ href: '/dot', label: t('office.section.campaigns') }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.plan.title')}</h1>
      {choices.communes.length === 0 ? (
        <p className="lead">{t('office.plan.noCommunes')}</p>
      ) : (
        <>
          <p className="lead">{t('office.plan.lead')}</p>
          <PlanForm {...choices} typed={refused?.typed ?? {}} errors={errors} />
        </>
      )}
    </OfficePage>
  )
}
