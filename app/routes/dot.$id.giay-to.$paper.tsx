import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findShown, shownPapers } from '#app/services/papers-shown.server.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { PaperFileLinks, paperSegments } from '#app/ui/office-papers.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { PaperSheets, WorkbookSheets } from '#app/ui/paper.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.papers.view')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const kind = shownPapers.find(one => one !== 'minutes' && paperSegments[one] === args.params.paper)
  if (!kind || kind === 'minutes') return problem('page-unknown')
  const shown = orProblem(await findShown(context, args.params.id ?? '', kind))
  return { viewer: viewerOf(context.person), kind, ...shown }
}

export default function ShownPaper() {
  const t = useT()
  const { viewer, kind, campaign, ...shown } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/giay-to">
      <div className="screen-only">
        <h1>{t('office.papers.viewOf', { paper: t(`office.papers.kind.${kind}`) })}</h1>
        <p className="actions">
          <PaperFileLinks campaignId={campaign.id} paper={kind} />
        </p>
        <p>{t('office.papers.asOfToday')}</p>
      </div>
      {'paper' in shown ? <PaperSheets paper={shown.paper} /> : <WorkbookSheets workbook={shown.workbook} />}
    </CampaignPage>
  )
}
