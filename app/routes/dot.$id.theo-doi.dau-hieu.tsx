import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findSigns } from '#app/services/signs.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { AssistedSigns, BurstSigns, CollectorSigns } from '#app/ui/office-signs.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.signs.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, ...signs } = orProblem(await findSigns(context, args.params.id ?? ''))
  const { id, name, state } = campaign
  const mayCall = mayEver(context.person, 'callback.enter')
  return { viewer: viewerOf(context.person), campaign: { id, name, state }, mayCall, ...signs }
}

export default function Signs() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { campaign, settings, mayCall } = page
  const { fewestBallots: fewest, level } = settings
  const address = `/dot/${campaign.id}/theo-doi`
  return (
    <CampaignPage viewer={page.viewer} campaign={campaign} here="/theo-doi">
      <h1>{t('office.signs.title')}</h1>
      <Notice>
        <p>{t('office.signs.notVerdict')}</p>
      </Notice>
      <CollectorSigns
        signs={page.collectors}
        tooFew={page.collectorsTooFew}
        fewest={fewest}
        level={level}
        collecting={campaign.state === 'collecting'}
      />
      <AssistedSigns signs={page.assisted} tooFew={page.assistedTooFew} {...{ fewest, level }} />
      <BurstSigns bursts={page.bursts} perHour={settings.perHour} hours={settings.hoursPerDay} />
      <Panel title={t('office.signs.next')}>
        <p>{t('office.signs.nextText')}</p>
        <p className="actions">
          {mayCall ? (
            <LinkButton href={`${address}/goi-lai`}>{t('office.watch.callbacks')}</LinkButton>
          ) : null}
          <LinkButton href={address}>{t('office.signs.back')}</LinkButton>
        </p>
      </Panel>
    </CampaignPage>
  )
}
