import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { liesWithin } from '#app/account/area.ts'
import { mayEver } from '#app/account/permission.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findPlan } from '#app/services/plan.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignHead, CampaignSteps } from '#app/ui/office-campaign-head.tsx'
import { ClosedPanel } from '#app/ui/office-closed.tsx'
import { CollectingPanel } from '#app/ui/office-collecting.tsx'
import { DraftPanel } from '#app/ui/office-draft.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { TurnoutPanel } from '#app/ui/office-turnout.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.overview.title')

/** What has just been done, as redirects say it. */
const notices = {
  lap: 'office.overview.done.planned',
  mo: 'office.overview.done.opened',
  khoa: 'office.overview.done.closed',
} as const

const readDone = (request: Request) => {
  const done = new URL(request.url).searchParams.get('xong')
  return done === 'lap' || done === 'mo' || done === 'khoa' ? notices[done] : null
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  // Who may not watch a round reads its results; whether there are any is said there.
  if (!mayEver(context.person, 'campaign.watch')) throw redirect(`/dot/${id}/ket-qua`, 303)
  const { questionnaire, rules } = orProblem(await findPlan(context, id))
  const progress = orProblem(await findProgress(context, id))
  const { campaign, total, deeds, turnout, handCounted } = progress
  // Turnout is the whole commune's, so whoever sees only villages does not get it.
  const whole = context.person.areas.some(area => liesWithin(campaign.communePath, area))
  // Named one by one: what is known of answers while collecting stays on the server.
  const villages = progress.villages.map(({ villageId, name, households, issued, collected }) => {
    return { villageId, name, households, issued, collected }
  })
  return {
    viewer: viewerOf(context.person),
    done: readDone(args.request),
    whole,
    questionnaire: { name: questionnaire.name },
    turnout: whole ? turnout : [],
    ...{ rules, campaign, villages, total, deeds, handCounted },
  }
}

const Stand = ({ page }: { readonly page: ReturnType<typeof useLoaderData<typeof loader>> }) => {
  const { campaign, villages, total, deeds, rules, whole, handCounted } = page
  const shared = { campaignId: campaign.id, villages, total, deeds }
  if (campaign.state === 'draft') return <DraftPanel {...shared} />
  if (campaign.state === 'closed') return <ClosedPanel {...shared} />
  return <CollectingPanel {...shared} rules={rules} whole={whole} handCounted={handCounted} />
}

export default function Overview() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { viewer, done, campaign, questionnaire, rules, total, whole, turnout } = page
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
      <CampaignHead campaign={campaign} questionnaire={questionnaire} rules={rules} />
      <CampaignSteps state={campaign.state} households={total.households} />
      <Stand page={page} />
      {whole && campaign.state !== 'draft' ? <TurnoutPanel turnout={turnout} /> : null}
    </OfficePage>
  )
}
