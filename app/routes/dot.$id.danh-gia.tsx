import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findEvaluation } from '#app/services/evaluation.server.ts'
import { Evaluation, evaluationParts } from '#app/ui/evaluation.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { OnThisPage } from '#app/ui/on-this-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.evaluation.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const evaluation = orProblem(await findEvaluation(context, args.params.id ?? ''))
  return { viewer: viewerOf(context.person), campaign: evaluation.campaign, evaluation }
}

export default function CampaignEvaluation() {
  const t = useT()
  const { viewer, campaign, evaluation } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/danh-gia">
      <h1>{t('office.evaluation.of', { name: campaign.name })}</h1>
      <p className="lead">{t('office.evaluation.lead')}</p>
      <OnThisPage parts={evaluationParts(t, evaluation)} />
      <Evaluation evaluation={evaluation} />
    </CampaignPage>
  )
}
