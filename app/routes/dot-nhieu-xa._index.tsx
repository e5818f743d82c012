import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPage } from '#app/basics/paging.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findJoints } from '#app/services/joint-view.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { JointList } from '#app/ui/office-joint.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.joint.title')

const size = 25

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const page = readPage(new URL(args.request.url).searchParams.get('trang'))
  return { viewer: viewerOf(context.person), joints: orProblem(await findJoints(context, { page, size })) }
}

export default function Joints() {
  const t = useT()
  const { viewer, joints } = useLoaderData<typeof loader>()
  return (
    <OfficePage
      viewer={viewer}
      section="campaigns"
      breadcrumb={[{ href: '/dot', label: t('office.section.campaigns') }]}
    >
      <h1>{t('office.joint.title')}</h1>
      <p className="lead">{t('office.joint.lead')}</p>
      <p className="actions">
        <LinkButton href="/dot-nhieu-xa/moi" kind="primary">
          {t('office.joint.create')}
        </LinkButton>
      </p>
      {joints.total === 0 ? (
        <p>{t('office.joint.none')}</p>
      ) : (
        <>
          <JointList joints={joints.rows} />
          <Pager {...joints} hrefOf={page => `/dot-nhieu-xa?trang=${page}`} />
        </>
      )}
    </OfficePage>
  )
}
