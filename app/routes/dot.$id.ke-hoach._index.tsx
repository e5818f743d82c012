import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isBeforeOpening } from '#app/campaign/campaign.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readPlanDone } from '#app/http/plan.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findPlanView } from '#app/services/plan-view.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignHead } from '#app/ui/office-campaign-head.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { PlanTerm } from '#app/ui/office-plan-term.tsx'
import { PlanActions, PlanAims, PlanFacts, PlanTeams } from '#app/ui/office-plan-view.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.planning.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { questionnaire, ...view } = orProblem(await findPlanView(context, args.params.id ?? ''))
  const done = readPlanDone(args.request)
  return { viewer: viewerOf(context.person), done, questionnaire: { name: questionnaire.name }, ...view }
}

export default function Plan() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { viewer, done, campaign, questionnaire, rules, plan, villages, timetable, deeds } = page
  const address = `/dot/${campaign.id}/ke-hoach`
  const before = isBeforeOpening(campaign.state)
  const edits = before && deeds.includes('plan.edit')
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/ke-hoach">
      {done ? (
        <Notice kind="success">
          <p>{t(`office.planning.done.${done}`)}</p>
        </Notice>
      ) : null}
      <CampaignHead
        title={t('office.planning.of', { name: campaign.name })}
        campaign={campaign}
        questionnaire={questionnaire}
        rules={rules}
      />
      <p className="lead">{t(before ? 'office.planning.lead' : 'office.planning.frozen')}</p>
      <PlanActions address={address} state={campaign.state} plan={plan} deeds={deeds} />
      <Panel title={t('office.planning.section.main')}>
        <PlanFacts plan={plan} villages={villages} />
      </Panel>
      <Panel title={t('office.planning.section.days')}>
        <PlanTerm timetable={timetable} rule={rules.workingDays} before={before} />
      </Panel>
      <PlanTeams
        address={address}
        teams={page.teams}
        villages={villages}
        unserved={page.unserved}
        edits={edits}
      />
      <PlanAims purpose={plan.purpose} requirements={plan.requirements} />
    </CampaignPage>
  )
}
