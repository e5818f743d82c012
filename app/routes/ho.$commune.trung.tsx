import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPage } from '#app/basics/paging.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findLookalikes } from '#app/services/register-merge.server.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { LookalikeGroup } from '#app/ui/office-register-merge.tsx'
import { RegisterPage } from '#app/ui/office-register-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.alike.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const page = readPage(new URL(args.request.url).searchParams.get('trang'))
  const found = orProblem(await findLookalikes(context, { communeId: args.params.commune ?? '', page }))
  return { viewer: viewerOf(context.person), ...found }
}

export default function Lookalikes() {
  const t = useT()
  const { viewer, commune, groups } = useLoaderData<typeof loader>()
  const address = `/ho/${commune.id}`
  return (
    <RegisterPage viewer={viewer} commune={commune}>
      <h1>{t('office.register.alike.title')}</h1>
      <p className="lead">{t('office.register.alike.lead')}</p>
      <p>{t(groups.total === 0 ? 'office.register.alike.none' : 'office.register.alike.choose')}</p>
      {groups.rows.map(group => (
        <LookalikeGroup key={group[0]?.id ?? ''} address={address} group={group} />
      ))}
      {groups.total === 0 ? null : <Pager {...groups} hrefOf={page => `${address}/trung?trang=${page}`} />}
    </RegisterPage>
  )
}
