import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { signedIn } from '#app/http/access.server.ts'
import { type FieldFaults, faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { titles } from '#app/programme/titles.ts'
import { suggestedQuestionnaires } from '#app/questionnaire/suggested.ts'
import { findAreas } from '#app/services/areas.server.ts'
import { createJoint } from '#app/services/joint.server.ts'
import { jointFormSchema } from '#app/services/joint-form.server.ts'
import { findRulePacks } from '#app/services/rules.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { JointForm } from '#app/ui/office-joint-form.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.joint.form.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  if (!mayEver(context.person, 'joint.manage')) return problem('forbidden')
  return {
    viewer: viewerOf(context.person),
    communes: (await findAreas(context, 'commune')).map(({ id, name }) => ({ id, name })),
    choices: {
      // The title of a district comes first: it is what several communes are asked for.
      titles: [...titles].sort(
        (a, b) => Number(b === 'district-standard') - Number(a === 'district-standard'),
      ),
      questionnaires: suggestedQuestionnaires.map(({ id, name }) => ({ id, name })),
      rules: orProblem(await findRulePacks(context)),
    },
  }
}

/** Which box each refusal is about; any other ends in a page of its own. */
const boxes: { readonly [code: string]: string } = {
  'area-unknown': 'communeIds',
  'area-ended': 'communeIds',
  'days-reversed': 'endsOn',
  'questionnaire-unknown': 'questionnaireId',
  'rules-unknown': 'rulesId',
  'rules-of-another-title': 'rulesId',
  'sample-larger-than-list': 'communes',
  'sample-list-empty': 'communeIds',
  'sample-names-alike': 'communeIds',
}

const again = (faults: FieldFaults, typed: Readonly<Record<string, string>>) =>
  data({ faults, typed }, { status: 422 })

const prefix = 'commune.'

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { texts } = await readFields(args.request)
  const ticked = Object.keys(texts).filter(name => name.startsWith(prefix))
  const communeIds = ticked.map(name => name.slice(prefix.length))
  const form = jointFormSchema.safeParse({ ...texts, communeIds })
  if (!form.success) return again(faultsOf(form.error), texts)
  const made = await createJoint(context, form.data)
  if (made.ok) return redirect(`/dot-nhieu-xa/${made.value}?xong=lap`, 303)
  const box = boxes[made.error]
  return box ? again({ [box]: made.error }, texts) : problem(made.error)
}

export default function NewJoint() {
  const t = useT()
  const { viewer, ...form } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <OfficePage
      viewer={viewer}
      section="campaigns"
      breadcrumb={[{ href: '/dot-nhieu-xa', label: t('office.joint.title') }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.joint.form.title')}</h1>
      <p className="lead">{t('office.joint.form.lead')}</p>
      <JointForm {...form} typed={refused?.typed ?? {}} errors={errors} />
    </OfficePage>
  )
}
