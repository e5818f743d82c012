import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { collectingDays } from '#app/campaign/collecting-days.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import type { T } from '#app/i18n/translate.ts'
import { findJointHref } from '#app/services/joint-view.server.ts'
import { findResults } from '#app/services/results.server.ts'
import { findLanguageCounts } from '#app/services/results-languages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PaperLinks } from '#app/ui/office-closed.tsx'
import { PartOfJoint } from '#app/ui/office-joint-part.tsx'
import { EvidencePack } from '#app/ui/office-pack.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { OnThisPage } from '#app/ui/on-this-page.tsx'
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
    languages: orProblem(await findLanguageCounts(context, args.params.id ?? '')),
    jointHref: closed.campaign.jointId ? await findJointHref(context, closed.campaign.jointId) : null,
    mayReadRules: mayEver(context.person, 'rules.read'),
    mayReadDraw: mayEver(context.person, 'campaign.watch'),
    mayDownload: mayEver(context.person, 'paper.download'),
    mayPack: mayEver(context.person, 'pack.download'),
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

const resultsParts = (t: T, { campaign, mayPack }: ReturnType<typeof useLoaderData<typeof loader>>) => [
  ...(campaign.jointId ? [] : [{ id: 'verdict-title', label: t('results.verdict.title') }]),
  { id: 'counts-title', label: t('results.counts') },
  { id: 'contents-title', label: t('results.contents.title') },
  { id: 'villages-title', label: t('results.village.title') },
  { id: 'bounds-title', label: t('results.bounds.title') },
  { id: 'opinions-title', label: t('results.opinions.title') },
  ...(mayPack ? [{ id: 'pack-title', label: t('office.results.pack.title') }] : []),
]

export default function CampaignResults() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { viewer, campaign, results, questionnaire, rules, opinions } = page
  const survey = { results, questionnaire, rules }
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      <h1>{t('office.results.of', { name: campaign.name })}</h1>
      <OnThisPage parts={resultsParts(t, page)} />
      <ResultsOverall {...survey} />
      <ResultsSample
        results={results}
        drawn={page.drawn}
        href={page.mayReadDraw ? `/dot/${campaign.id}/nguoi-duoc-hoi` : null}
      />
      {campaign.jointId ? (
        <PartOfJoint href={page.jointHref} />
      ) : (
        <ResultsVerdict {...survey} rulesLink={page.mayReadRules} />
      )}
      <Actions id={campaign.id} mayDownload={page.mayDownload} />
      <h2 id="counts-title">{t('results.counts')}</h2>
      <ResultsHead results={results} days={page.days} turnout={page.turnout} languages={page.languages} />
      <HandCounted handCounted={page.handCounted} />
      <ResultsContents {...survey} chart />
      <ResultsVillages results={results} handCounted={page.handCounted} rates />
      <ResultsBounds results={results} rules={rules} />
      <ResultsOpinions questionnaire={questionnaire} opinions={opinions} />
      {page.mayPack ? <EvidencePack campaignId={campaign.id} /> : null}
    </CampaignPage>
  )
}
