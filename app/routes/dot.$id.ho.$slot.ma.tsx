import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { showHouseholdCode } from '#app/services/reissuing.server.ts'
import { CodeCards } from '#app/ui/code-sheet.tsx'
import { CopyText } from '#app/ui/office-handing-out.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { qrOf } from '#app/ui/qr.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.handing.code.title')

/** A page with a code is kept by no browser. */
export const headers = () => ({ 'Cache-Control': 'no-store' })

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const place = { campaignId: args.params.id ?? '', slotId: args.params.slot ?? '' }
  const { campaign, slotId, place: round, slip, message } = orProblem(await showHouseholdCode(context, place))
  const { number, name, code, link } = slip
  return {
    viewer: viewerOf(context.person),
    campaign: { id: campaign.id, name: campaign.name, state: campaign.state },
    ...{ slotId, message },
    sheet: {
      village: round.villageName,
      commune: round.communeName,
      site: round.site,
      endsOn: round.endsOn,
      cards: [{ key: code, number, name: name ?? '', code, qr: qrOf(link) }],
    },
  }
}

export default function HouseholdCode() {
  const t = useT()
  const { viewer, campaign, slotId, message, sheet } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/phat-phieu">
      <div className="screen-only">
        <h1>{t('office.handing.code.title')}</h1>
        <p className="lead">{t('office.handing.code.lead')}</p>
        <p>{t('office.handing.code.print')}</p>
      </div>
      <div className="narrow">
        <CodeCards {...sheet} />
      </div>
      <div className="screen-only">
        <Panel title={t('office.handing.code.message')}>
          <CopyText name="loi-nhan" label={t('office.handing.message.label')} text={message} />
        </Panel>
        <p>
          <a className="tap" href={`/dot/${campaign.id}/ho/${slotId}`}>
            {t('office.handing.code.back')}
          </a>
        </p>
      </div>
    </CampaignPage>
  )
}
