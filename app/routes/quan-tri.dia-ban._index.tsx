import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readSaved, requireDeed } from '#app/http/administration.server.ts'
import { readAreaQuestion } from '#app/http/areas.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findAreaTree } from '#app/services/areas-tree.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Saved } from '#app/ui/office-admin.tsx'
import { AreaList, AreaSearch, areasAddress } from '#app/ui/office-areas.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.areas.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  const { page, ...typed } = readAreaQuestion(args.request)
  const { provinces, communes } = orProblem(await findAreaTree(context, { ...typed, page }))
  return {
    viewer: viewerOf(context.person),
    provinces: provinces.map(({ id, name }) => ({ id, name })),
    communes,
    typed,
    saved: readSaved(args.request),
  }
}

export default function Areas() {
  const t = useT()
  const { viewer, provinces, communes, typed, saved } = useLoaderData<typeof loader>()
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[{ href: '/quan-tri', label: t('office.section.administration') }]}
    >
      {saved ? <Saved what={saved} /> : null}
      <h1>{t('office.areas.title')}</h1>
      <p className="lead">
        {provinces.map(({ id, name }) => `${name} (${t('office.areas.code', { code: id })})`).join('; ')}
      </p>
      <p className="actions">
        <LinkButton href="/quan-tri/xa">{t('office.admin.addCommuneTitle')}</LinkButton>
        <LinkButton href="/quan-tri/dia-ban/nhap">{t('office.areas.import')}</LinkButton>
      </p>
      <AreaSearch typed={typed} />
      <AreaList kind="commune" areas={communes.rows} />
      <Pager {...communes} hrefOf={areasAddress(typed)} />
    </OfficePage>
  )
}
