import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { collectingDays } from '#app/campaign/collecting-days.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findJointHref } from '#app/services/joint-view.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PaperLinks } from '#app/ui/office-closed.tsx'
import { PartOfJoint } from '#app/ui/office-joint-part.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { HandCounted } from '#app/ui/public-results.tsx'
import { ResultsBounds } from '#app/ui/results-bounds.tsx'
import { ResultsContents } from '#app/ui/results-contents.tsx'
import { ResultsHead, ResultsOverall } from '#app/ui/results-head.tsx'
import { ResultsOpinions } from '#app/ui/results-opinions.tsx'
import { ResultsSample } from '#app/ui/results-sample.tsx'
import { ResultsVerdict } from '#app/ui/results-verdict.tsx'
import { ResultsVillages } from '#app/ui/results-villages.tsx'
import { useT } from '#app/ui/site.tsx'

/** The chart answers to the pointer, so this page alone of the office sends scripts. */
export const handle: PageHandle = { frame: 'office', hydrate: true }

export const meta = officeTitle('office.results.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const closed = orProblem(await findResults(context, args.params.id ?? ''))
  return {
    ...closed,
    days: collectingDays(closed.campaign),
    viewer: viewerOf(context.person),
    jointHref: closed.campaign.jointId ? await findJointHref(context, closed.campaign.jointId) : null,
    mayReadRules: mayEver(context.person, 'rules.read'),
    mayDownload: mayEver(context.person, 'paper.download'),
  }
}

const Actions = ({ id, mayDownload }: { readonly id: string; readonly mayDownload: boolean }) => {
  const t = useT()
  return (
    <p className="actions">
      {mayDownload ? <PaperLinks campaignId={id} /> : null}
      <LinkButton href={`/ket-qua/${id}`}>{t('office.overview.closed.public')}</LinkButton>
    </p>
  )
}

export default function CampaignResults() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { viewer, campaign, results, questionnaire, rules, opinions } = page
  const survey = { results, questionnaire, rules }
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      <h1>{t('office.results.of', { name: campaign.name })}</h1>
      <ResultsOverall {...survey} />
      <ResultsSample results={results} drawn={page.drawn} />
      {campaign.jointId ? (
        <PartOfJoint href={page.jointHref} />
      ) : (
        <ResultsVerdict {...survey} rulesLink={page.mayReadRules} />
      )}
      <Actions id={campaign.id} mayDownload={page.mayDownload} />
      <h2>{t('results.counts')}</h2>
      <ResultsHead results={results} days={page.days} turnout={page.turnout} />
      <HandCounted handCounted={page.handCounted} />
      <ResultsContents {...survey} chart />
      <ResultsVillages results={results} handCounted={page.handCounted} rates />
      <ResultsBounds results={results} rules={rules} />
      <ResultsOpinions questionnaire={questionnaire} opinions={opinions} />
    </CampaignPage>
  )
}
