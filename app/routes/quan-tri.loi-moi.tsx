import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPage } from '#app/basics/paging.ts'
import { readSaved, requireDeed } from '#app/http/administration.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findInvitations, revokeInvitation } from '#app/services/invitations.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Saved } from '#app/ui/office-admin.tsx'
import { InvitationList } from '#app/ui/office-invitations.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.invitations')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const page = readPage(new URL(args.request.url).searchParams.get('trang'))
  const { rows, ...where } = orProblem(await findInvitations(context, page))
  const invitations = rows.map(({ id, name, role, areas, expiresAt }) => ({
    id,
    name,
    role,
    areas,
    expiresAt: expiresAt.toISOString(),
  }))
  return { viewer: viewerOf(context.person), invitations, where, saved: readSaved(args.request) }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const fields = await readFields(args.request)
  orProblem(await revokeInvitation(context, fields.get('invitation') ?? ''))
  return redirect('/quan-tri/loi-moi?xong=thu-hoi', 303)
}

export default function Invitations() {
  const t = useT()
  const { viewer, invitations, where, saved } = useLoaderData<typeof loader>()
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[{ href: '/quan-tri', label: t('office.section.administration') }]}
    >
      {saved ? <Saved what={saved} /> : null}
      <h1>{t('office.admin.invitations')}</h1>
      <InvitationList invitations={invitations} />
      {invitations.length > 0 ? (
        <Pager {...where} hrefOf={page => `/quan-tri/loi-moi?trang=${page}`} />
      ) : null}
      <p className="actions">
        <LinkButton href="/quan-tri/moi" kind="primary">
          {t('office.admin.invite')}
        </LinkButton>
      </p>
    </OfficePage>
  )
}
