import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { batchPlace, shownDesk } from '#app/http/batches.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { closeBatch, findBatchClosing } from '#app/services/batches-closing.server.ts'
import { AnsweredMeanwhile, BatchHead } from '#app/ui/office-batch.tsx'
import { CloseForm, ControlTotalsPanel } from '#app/ui/office-batch-closing.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.batch.close.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findBatchClosing(context, batchPlace(args)))
  const { answered, fault, totals } = desk
  return { viewer: viewerOf(context.person), ...shownDesk(desk), answered, fault, totals }
}

/** Refusals that the page itself explains, with the households by name. */
const explained = ['batch-not-keyed', 'batch-ticks-differ', 'batch-household-answered'] as const

export const action = async (args: ActionFunctionArgs) => {
  const place = batchPlace(args)
  const closed = await closeBatch(await signedIn(args), place)
  if (closed.ok) return redirect(`/dot/${place.campaignId}/lo-phieu/${place.batchId}?xong=chot`, 303)
  const fault = explained.find(code => code === closed.error)
  return fault ? data({ fault }, { status: statusOf(fault) }) : problem(closed.error)
}

export default function Closing() {
  const t = useT()
  const { viewer, campaign, batch, answered, fault, totals } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/lo-phieu">
      <BatchHead campaignId={campaign.id} batch={batch} title={t('office.batch.close.title')} />
      <AnsweredMeanwhile answered={answered} />
      <ControlTotalsPanel totals={totals} />
      <CloseForm campaignId={campaign.id} batch={batch} fault={refused?.fault ?? fault} />
    </CampaignPage>
  )
}
