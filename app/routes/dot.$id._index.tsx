import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { isBeforeOpening, isCounted } from '#app/campaign/campaign.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findPlan } from '#app/services/plan.server.ts'
import { findProgress } from '#app/services/watching.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignHead, CampaignSteps } from '#app/ui/office-campaign-head.tsx'
import { CampaignNav } from '#app/ui/office-campaign-nav.tsx'
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
  'mo-lai': 'office.reopening.done',
  bieu: 'office.overview.done.sheetEntered',
  'rut-bieu': 'office.overview.done.sheetWithdrawn',
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
  const { questionnaire, rules } = orProblem(await findPlan(context, id))
  const progress = orProblem(await findProgress(context, id))
  return {
    viewer: viewerOf(context.person),
    done: readDone(args.request),
    questionnaire: { name: questionnaire.name },
    rules,
    ...progress,
  }
}

const Stand = ({ page }: { readonly page: ReturnType<typeof useLoaderData<typeof loader>> }) => {
  const { campaign, villages, total, deeds, rules, whole } = page
  const shared = { campaignId: campaign.id, villages, total, deeds }
  if (isBeforeOpening(campaign.state)) return <DraftPanel {...shared} />
  if (isCounted(campaign.state)) return <ClosedPanel {...shared} state={campaign.state} />
  return <CollectingPanel {...shared} rules={rules} whole={whole} />
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
      <CampaignNav campaign={campaign} role={viewer.role} here="" />
      <CampaignHead campaign={campaign} questionnaire={questionnaire} rules={rules} />
      <CampaignSteps state={campaign.state} households={total.households} />
      <Stand page={page} />
      {whole && !isBeforeOpening(campaign.state) ? <TurnoutPanel turnout={turnout} /> : null}
    </OfficePage>
  )
}
