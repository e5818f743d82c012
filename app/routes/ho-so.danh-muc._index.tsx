import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findLists } from '#app/services/dossier-lists.server.ts'
import { TitleLists } from '#app/ui/office-dossier-titles.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.dossier.list.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const lists = orProblem(await findLists(context)).map(({ title, list }) => ({
    ...{ title, version: list.version, papers: list.papers.length },
  }))
  return { viewer: viewerOf(context.person), lists }
}

export default function Lists() {
  const t = useT()
  const { viewer, lists } = useLoaderData<typeof loader>()
  return (
    <OfficePage
      viewer={viewer}
      section="dossiers"
      breadcrumb={[{ href: '/ho-so', label: t('office.dossier.title') }]}
    >
      <h1>{t('office.dossier.list.title')}</h1>
      <p className="lead">{t('office.dossier.list.lead')}</p>
      <TitleLists lists={lists} />
    </OfficePage>
  )
}
