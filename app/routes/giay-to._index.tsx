import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { textsOf } from '#app/dossier/paper-wording.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findWordings } from '#app/services/wordings.server.ts'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { WordingTable } from '#app/ui/office-wording.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.wording.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { papers } = orProblem(await findWordings(context))
  const rows = papers.map(({ paper, versions: [last] }) => ({
    paper,
    version: last && textsOf(last.wording).length > 0 ? last.wording.version : null,
  }))
  return { viewer: viewerOf(context.person), rows }
}

export default function Wordings() {
  const t = useT()
  const { viewer, rows } = useLoaderData<typeof loader>()
  return (
    <OfficePage viewer={viewer} section="wording">
      <h1>{t('office.wording.title')}</h1>
      <p className="lead">{t('office.wording.lead')}</p>
      <p>{t('office.wording.from')}</p>
      <WordingTable rows={rows} />
    </OfficePage>
  )
}
