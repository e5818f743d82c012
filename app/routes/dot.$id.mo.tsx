import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/basics/day.ts'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { openCampaign } from '#app/services/opening.server.ts'
import { findPlan } from '#app/services/plan.server.ts'
import { findDrawnNow } from '#app/services/sample-view.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import {
  DrawnVillages,
  FrozenQuestions,
  FrozenRules,
  FrozenVillages,
  OpeningEarly,
} from '#app/ui/office-opening.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { PlanNotIssued } from '#app/ui/office-plan-view.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.opening.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const { campaign, villages, total, deeds } = orProblem(await findProgress(context, id))
  if (!deeds.includes('campaign.open')) return problem('forbidden')
  if (!isBeforeOpening(campaign.state)) return problem('campaign-step-not-now')
  return {
    viewer: viewerOf(context.person),
    campaign,
    today: dayOf(context.clock()),
    villages: villages.map(({ villageId, name, households }) => ({ villageId, name, households })),
    households: total.households,
    sampled: (await findDrawnNow(context, campaign.id))?.map(({ villageId, name, households, drawn }) => {
      return { villageId, name, households, drawn }
    }),
    ...orProblem(await findPlan(context, id)),
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const opened = orProblem(await openCampaign(await signedIn(args), args.params.id ?? ''))
  return redirect(`/dot/${opened}?xong=mo`, 303)
}

export default function Opening() {
  const t = useT()
  const { viewer, campaign, today, villages, households, sampled, questionnaire, rules } =
    useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      <h1>{t('office.opening.title')}</h1>
      {households === 0 ? (
        <p className="lead">{t('office.opening.empty')}</p>
      ) : (
        <>
          <p className="lead">{t(sampled ? 'office.sample.openingLead' : 'office.opening.lead')}</p>
          <PlanNotIssued campaign={campaign} />
          <OpeningEarly startsOn={campaign.startsOn} today={today} />
          <FrozenQuestions questionnaire={questionnaire} />
          <FrozenRules rules={rules} />
          {sampled ? <DrawnVillages villages={sampled} /> : <FrozenVillages villages={villages} />}
        </>
      )}
      <form method="post" className="actions">
        {households === 0 ? null : <SubmitButton>{t('office.opening.submit')}</SubmitButton>}
        <LinkButton href={`/dot/${campaign.id}`}>{t('office.opening.back')}</LinkButton>
      </form>
    </CampaignPage>
  )
}
