import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findVillageMinutes } from '#app/services/papers-minutes.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { FileLinks } from '#app/ui/office-papers.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { PaperSheets } from '#app/ui/paper.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.minutes.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const place = { campaignId: args.params.id ?? '', villageId: args.params.village ?? '' }
  return { viewer: viewerOf(context.person), ...orProblem(await findVillageMinutes(context, place)) }
}

export default function VillageMinutes() {
  const t = useT()
  const { viewer, campaign, villageId, name, paper } = useLoaderData<typeof loader>()
  const base = `/dot/${campaign.id}/bien-ban/${encodeURIComponent(villageId)}`
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/bien-ban">
      <div className="screen-only">
        <h1>{t('office.papers.viewOf', { paper: `${t('office.papers.kind.minutes')}, ${name}` })}</h1>
        <p className="actions">
          <FileLinks base={base} office="docx" />
          <LinkButton href={`${base}/ky`}>{t('office.minutes.sign.link')}</LinkButton>
        </p>
        <p>{t('office.papers.asOfToday')}</p>
      </div>
      <PaperSheets paper={paper} />
    </CampaignPage>
  )
}
