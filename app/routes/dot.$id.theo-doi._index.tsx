import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { findWatching } from '#app/services/watching-desk.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { TurnoutPanel } from '#app/ui/office-turnout.tsx'
import { WatchSummary, WatchVillages } from '#app/ui/office-watch.tsx'
import { DayChart } from '#app/ui/office-watch-chart.tsx'
import { WatchCollectors } from '#app/ui/office-watch-collectors.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office', hydrate: true }

export const meta = officeTitle('office.watch.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findWatching(context, args.params.id ?? ''))
  const { campaign, timetable, rules, at, ...rest } = desk
  const { id, name, state } = campaign
  const { left, endsOn } = timetable
  return {
    ...rest,
    viewer: viewerOf(context.person),
    campaign: { id, name, state },
    at: at.toISOString(),
    minimum: rules.minimumCoverage.value,
    days: state === 'collecting' ? { left, endsOn } : null,
    lateOnly: new URL(args.request.url).searchParams.get('cham') === '1',
  }
}

export default function Watching() {
  const t = useT()
  const { language } = useSite()
  const page = useLoaderData<typeof loader>()
  const { campaign, total, pace, minimum, days, villages, lateOnly, turnout, collectors, deeds } = page
  const address = `/dot/${campaign.id}/theo-doi`
  const collecting = campaign.state === 'collecting'
  return (
    <CampaignPage viewer={page.viewer} campaign={campaign} here="/theo-doi">
      <h1>{t('office.watch.title')}</h1>
      <p className="lead">{t('office.watch.lead')}</p>
      <p>
        {t('office.watch.at', { time: formatDateTime(new Date(page.at), language) })}{' '}
        {collecting ? <a href={address}>{t('office.watch.refresh')}</a> : null}
      </p>
      <WatchSummary total={total} pace={pace} minimum={minimum} days={days} />
      {deeds.length > 0 ? (
        <p className="actions">
          {deeds.includes('signs.read') ? (
            <LinkButton href={`${address}/dau-hieu`}>{t('office.watch.signs')}</LinkButton>
          ) : null}
          {deeds.includes('callback.enter') ? (
            <LinkButton href={`${address}/goi-lai`}>{t('office.watch.callbacks')}</LinkButton>
          ) : null}
        </p>
      ) : null}
      <WatchVillages campaignId={campaign.id} {...{ villages, total, pace, collecting, lateOnly }} />
      <TurnoutPanel turnout={turnout} picture={<DayChart turnout={turnout} />} />
      <WatchCollectors days={collectors} />
    </CampaignPage>
  )
}
