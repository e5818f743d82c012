import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readPage } from '#app/basics/paging.ts'
import { signedIn } from '#app/http/access.server.ts'
import { batchPlace, readTicks, shownDesk } from '#app/http/batches.server.ts'
import { readSearch } from '#app/http/collecting.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findTicks, tickHouseholds } from '#app/services/batches-households.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { AnsweredMeanwhile, BatchHead } from '#app/ui/office-batch.tsx'
import { TickForm, TickSearch, tickHref } from '#app/ui/office-batch-households.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.batch.tick.title')

const kinds = { 'tat-ca': null, chua: 'free', da: 'ticked' } as const

const readOnly = (raw: string | null): keyof typeof kinds => (raw === 'chua' || raw === 'da' ? raw : 'tat-ca')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const url = new URL(args.request.url)
  const asked = { search: readSearch(url), only: readOnly(url.searchParams.get('xem')) }
  const page = readPage(url.searchParams.get('trang'))
  const question = { ...batchPlace(args), search: asked.search, only: kinds[asked.only], page }
  const desk = orProblem(await findTicks(context, question))
  return {
    viewer: viewerOf(context.person),
    ...shownDesk(desk),
    households: desk.households,
    answered: desk.answered,
    asked,
    done: url.searchParams.get('xong') === 'ho',
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const ticks = readTicks(await readFields(args.request))
  const done = await tickHouseholds(context, batchPlace(args), ticks)
  if (!done.ok && done.error !== 'nothing-changed') return problem(done.error)
  if (!done.ok) return data({ unchanged: true }, { status: 422 })
  const url = new URL(args.request.url)
  url.searchParams.set('xong', 'ho')
  return redirect(url.pathname + url.search, 303)
}

export default function Households() {
  const t = useT()
  const { viewer, campaign, batch, households, answered, asked, done } = useLoaderData<typeof loader>()
  const unchanged = useActionData<typeof action>()?.unchanged ?? false
  const address = `/dot/${campaign.id}/lo-phieu/${batch.id}/ho`
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/lo-phieu">
      {unchanged ? (
        <Notice kind="warning">
          <p>{t('problem.nothing-changed')}</p>
        </Notice>
      ) : null}
      {done && !unchanged ? (
        <Notice kind="success">
          <p>{t('office.batch.done.ho')}</p>
        </Notice>
      ) : null}
      <BatchHead campaignId={campaign.id} batch={batch} title={t('office.batch.tick.title')} />
      <p>
        <b>{t('office.batch.tick.lead', { ticked: batch.counts.ticked, sheets: batch.counts.sheets })}</b>
      </p>
      <p className="hint">{t('office.batch.rule')}</p>
      <AnsweredMeanwhile answered={answered} />
      <TickSearch address={address} asked={asked} />
      <TickForm households={households.rows} />
      <Pager {...households} hrefOf={tickHref(address, asked)} />
    </CampaignPage>
  )
}
