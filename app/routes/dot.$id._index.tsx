import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { isBeforeOpening, isCounted } from '#app/campaign/campaign.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findPlanView } from '#app/services/plan-view.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignHead, CampaignSteps } from '#app/ui/office-campaign-head.tsx'
import { CampaignNav } from '#app/ui/office-campaign-nav.tsx'
import { ClosedPanel } from '#app/ui/office-closed.tsx'
import { CollectingPanel } from '#app/ui/office-collecting.tsx'
import { DraftPanel } from '#app/ui/office-draft.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { CancelLink, CancelledPanel } from '#app/ui/office-plan-cancel.tsx'
import { TermLeft } from '#app/ui/office-plan-term.tsx'
import { TurnoutPanel } from '#app/ui/office-turnout.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.overview.title')

/** What has just been done, as redirects say it. */
const notices = {
  lap: 'office.overview.done.planned',
  mo: 'office.overview.done.opened',
  khoa: 'office.overview.done.closed',
  'mo-lai': 'office.reopening.done',
  bieu: 'office.overview.done.sheetEntered',
  'rut-bieu': 'office.overview.done.sheetWithdrawn',
  huy: 'office.overview.done.cancelled',
} as const

const readDone = (request: Request) => {
  const done = new URL(request.url).searchParams.get('xong')
  return done !== null && Object.hasOwn(notices, done) ? notices[done as keyof typeof notices] : null
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  // Who may not watch a round reads its results; whether there are any is said there.
  if (!mayEver(context.person, 'campaign.watch')) throw redirect(`/dot/${id}/ket-qua`, 303)
  const { questionnaire, rules, timetable, cancelled, plan } = orProblem(await findPlanView(context, id))
  const progress = orProblem(await findProgress(context, id))
  return {
    viewer: viewerOf(context.person),
    done: readDone(args.request),
    questionnaire: { name: questionnaire.name },
    rules,
    timetable,
    cancelled,
    planIssued: plan.number !== null,
    ...progress,
  }
}

const Stand = ({ page }: { readonly page: ReturnType<typeof useLoaderData<typeof loader>> }) => {
  const t = useT()
  const { campaign, villages, total, deeds, rules, whole, timetable, cancelled } = page
  const shared = { campaignId: campaign.id, villages, total, deeds }
  if (cancelled) return <CancelledPanel {...cancelled} opened={campaign.openedAt !== null} />
  if (isBeforeOpening(campaign.state))
    return <DraftPanel {...shared} state={campaign.state} timetable={timetable} />
  if (isCounted(campaign.state)) return <ClosedPanel {...shared} state={campaign.state} />
  return (
    <>
      <Panel title={t('office.planning.section.days')}>
        <TermLeft timetable={timetable} />
      </Panel>
      <CollectingPanel {...shared} rules={rules} whole={whole} />
    </>
  )
}

export default function Overview() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { viewer, done, campaign, questionnaire, rules, total, whole, turnout, timetable } = page
  return (
    <OfficePage
      viewer={viewer}
      section="campaigns"
      breadcrumb={[{ href: '/dot', label: t('office.section.campaigns') }]}
    >
      {done ? (
        <Notice kind="success">
          <p>{t(done)}</p>
        </Notice>
      ) : null}
      <CampaignNav campaign={campaign} role={viewer.role} here="" />
      <CampaignHead campaign={campaign} questionnaire={questionnaire} rules={rules} />
      <CampaignSteps
        state={campaign.state}
        households={total.households}
        late={timetable.today > timetable.endsOn}
        planIssued={page.planIssued}
      />
      <Stand page={page} />
      {whole && campaign.openedAt !== null ? <TurnoutPanel turnout={turnout} /> : null}
      <CancelLink campaign={campaign} deeds={page.deeds} />
    </OfficePage>
  )
}
