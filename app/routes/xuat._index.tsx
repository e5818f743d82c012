import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readExportQuestion } from '#app/http/exports.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findExportDesk } from '#app/services/exports.server.ts'
import { ExportChoice, ExportList, ExportOffer, exportAddress } from '#app/ui/office-export.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.export.heading')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { question, typed, slice } = readExportQuestion(args.request)
  const { campaigns, ...desk } = orProblem(await findExportDesk(context, question, slice))
  return { viewer: viewerOf(context.person), typed, ...desk, campaigns: campaigns.length }
}

export default function Exports() {
  const t = useT()
  const { viewer, typed, years, choices, campaigns, ballots, exports } = useLoaderData<typeof loader>()
  return (
    <OfficePage
      viewer={viewer}
      section="campaigns"
      breadcrumb={[{ href: '/dot', label: t('office.section.campaigns') }]}
    >
      <h1>{t('office.export.heading')}</h1>
      <p className="lead">{t('office.export.lead')}</p>
      <ExportChoice typed={typed} years={years} choices={choices} />
      <ExportOffer typed={typed} campaigns={campaigns} ballots={ballots} />
      <h2>{t('office.export.listTitle')}</h2>
      <p>{t('office.export.listLead')}</p>
      {exports.total === 0 ? (
        <p>{t('office.export.none')}</p>
      ) : (
        <>
          <ExportList exports={exports.rows} />
          <Pager {...exports} hrefOf={page => `${exportAddress('/xuat', typed)}&trang=${page}`} />
        </>
      )}
    </OfficePage>
  )
}
