import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { doSample, readSampleDone } from '#app/http/sample.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findSampleView } from '#app/services/sample-view.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { DrawAgain, DrawFacts, SampledVillages } from '#app/ui/office-sample.tsx'
import { CoverageNotice, DrawForm, FixListForm } from '#app/ui/office-sample-form.tsx'
import { EveryoneAsked, SampleNotices } from '#app/ui/office-sample-notices.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.sample.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const view = orProblem(await findSampleView(context, args.params.id ?? ''))
  return { viewer: viewerOf(context.person), ...view, done: readSampleDone(args.request) }
}

/** Which box each refusal is about; any other ends in a page of its own. */
const boxes: { readonly [code: string]: string } = {
  'sample-amount': 'amount',
  'sample-share': 'amount',
  'sample-larger-than-list': 'amount',
  'sample-village-smaller': 'amount',
  'sample-least': 'least',
  'sample-list-empty': 'amount',
  'sample-seed': 'seed',
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const { texts } = await readFields(args.request)
  const outcome = await doSample(context, id, texts)
  if (outcome.kind === 'done') return redirect(`/dot/${id}/nguoi-duoc-hoi?xong=${outcome.what}`, 303)
  if (outcome.kind === 'faulty') return data({ faults: outcome.faults, typed: texts }, { status: 422 })
  const box = boxes[outcome.error]
  if (!box) return problem(outcome.error)
  return data({ faults: { [box]: outcome.error }, typed: texts }, { status: statusOf(outcome.error) })
}

export default function WhoIsAsked() {
  const t = useT()
  const { viewer, campaign, done, ...view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const { sample, joint, villages, register, deeds, open, coverage } = view
  const base = `/dot/${campaign.id}/nguoi-duoc-hoi`
  const mayChange = open && deeds.includes('plan.edit') && !joint
  const drawn = villages.reduce((sum, village) => sum + village.drawn, 0)
  const typed = refused?.typed ?? {}
  const shown = sample ?? (joint?.stages ? joint : null)
  const whole = shown ? villages.reduce((sum, village) => sum + village.households, 0) : register.households
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/nguoi-duoc-hoi">
      <ErrorSummary errors={errors} />
      {done ? <Notice kind="success">{t(`office.sample.done.${done}`)}</Notice> : null}
      <h1>{t('office.sample.of', { name: campaign.name })}</h1>
      <EveryoneAsked {...view} />
      <SampleNotices {...view} />
      {mayChange || shown ? (
        <CoverageNotice
          threshold={coverage.value}
          households={whole}
          size={sample ? drawn || sample.size : shown ? drawn : null}
        />
      ) : null}
      {shown ? <DrawFacts draw={shown} /> : null}
      {mayChange && sample && !sample.seed ? <DrawForm typed={typed} errors={errors} /> : null}
      {villages.length > 0 ? (
        <SampledVillages
          villages={villages}
          hrefOf={drawn > 0 && deeds.includes('plan.edit') ? id => `${base}/${id}` : null}
        />
      ) : null}
      {shown ? (
        <DrawAgain
          command={shown.command}
          list={sample ? `${base}/danh-sach-rut.csv` : null}
          drawn={drawn > 0 ? `${base}/ket-qua-rut.csv` : null}
        />
      ) : null}
      {mayChange && sample ? (
        <p>
          <a className="tap" href={`${base}/bo`}>
            {t('office.sample.drop')}
          </a>
        </p>
      ) : null}
      {mayChange && !sample ? <FixListForm typed={typed} errors={errors} register={register} /> : null}
    </CampaignPage>
  )
}
