import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaArgs, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/basics/day.ts'
import { readPage } from '#app/basics/paging.ts'
import { systemOf } from '#app/http/access.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { findPublicJoints } from '#app/services/joint-public.server.ts'
import { canonical, languageOf, type PageHandle, pageTitle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { PublicJointTable } from '#app/ui/public-joints.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

const size = 25

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const system = systemOf(context)
  const page = readPage(new URL(request.url).searchParams.get('trang'))
  const joints = await findPublicJoints(system, { page, size })
  const rows = joints.rows.map(({ id, name, title, communes, closedAt }) => ({
    ...{ id, name, title, communes, closedOn: dayOf(closedAt) },
  }))
  return { joints: { ...joints, rows }, publicUrl: system.publicUrl }
}

export const meta = (args: MetaArgs<typeof loader>) => {
  if (!args.data) return []
  const t = translator(languageOf(args))
  return [
    { title: pageTitle(t('province.joints.title')) },
    { name: 'description', content: t('province.joints.lead') },
    canonical(args.data.publicUrl, '/ket-qua/nhieu-xa'),
  ]
}

export default function JointResultsList() {
  const t = useT()
  const { joints } = useLoaderData<typeof loader>()
  return (
    <PublicFrame wide back={{ href: '/ket-qua', label: t('publicPages.listTitle') }}>
      <h1>{t('province.joints.title')}</h1>
      <p className="lead">{t('province.joints.lead')}</p>
      {joints.total === 0 ? (
        <p>{t('province.joints.none')}</p>
      ) : (
        <>
          <PublicJointTable joints={joints.rows} />
          <Pager {...joints} hrefOf={page => `/ket-qua/nhieu-xa?trang=${page}`} />
        </>
      )}
    </PublicFrame>
  )
}
