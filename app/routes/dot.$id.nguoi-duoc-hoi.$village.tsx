import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { readSampleDone } from '#app/http/sample.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { replaceSchema } from '#app/services/sample-form.server.ts'
import { replaceDrawn } from '#app/services/sample-replacing.server.ts'
import { findSampledVillage } from '#app/services/sample-view.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { DrawnHouseholds, ReplaceForm } from '#app/ui/office-sample-village.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.sample.title')

const placeOf = ({ id = '', village = '' }: LoaderFunctionArgs['params']) => ({
  campaignId: id,
  villageId: village,
})

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const view = orProblem(await findSampledVillage(context, placeOf(args.params)))
  const asked = Number(new URL(args.request.url).searchParams.get('thay'))
  const replacing = view.members.find(
    ({ place, state, answered }) => place === asked && state === 'drawn' && !answered,
  )
  return {
    viewer: viewerOf(context.person),
    ...view,
    replacing: view.mayReplace ? (replacing ?? null) : null,
    done: readSampleDone(args.request),
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const at = placeOf(args.params)
  const { texts } = await readFields(args.request)
  const form = replaceSchema.safeParse(texts)
  if (!form.success) return data({ faults: faultsOf(form.error) }, { status: 422 })
  orProblem(await replaceDrawn(context, at, form.data))
  const address = `/dot/${at.campaignId}/nguoi-duoc-hoi/${encodeURIComponent(at.villageId)}`
  return redirect(`${address}?xong=thay`, 303)
}

export default function SampledVillagePage() {
  const t = useT()
  const { viewer, campaign, village, members, mayReplace, replacing, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const here = `/dot/${campaign.id}/nguoi-duoc-hoi/${encodeURIComponent(village.villageId)}`
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/nguoi-duoc-hoi">
      <ErrorSummary errors={errors} />
      {done ? <Notice kind="success">{t(`office.sample.done.${done}`)}</Notice> : null}
      <h1>{t('office.sample.village.title', { village: village.name })}</h1>
      {replacing ? (
        <ReplaceForm member={replacing} errors={errors} back={here} />
      ) : (
        <>
          <p className="lead">{t('office.sample.village.lead')}</p>
          <DrawnHouseholds members={members} hrefOf={mayReplace ? place => `${here}?thay=${place}` : null} />
          <p>
            <a className="tap" href={`/dot/${campaign.id}/nguoi-duoc-hoi`}>
              {t('office.sample.back')}
            </a>
          </p>
        </>
      )}
    </CampaignPage>
  )
}
