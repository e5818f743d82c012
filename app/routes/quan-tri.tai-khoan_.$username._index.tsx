import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readSaved, requireDeed } from '#app/http/administration.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { disableAccount, enableAccount, findManagedAccount } from '#app/services/accounts-managed.server.ts'
import { Saved } from '#app/ui/office-admin.tsx'
import { ManagedAccount } from '#app/ui/office-managed-account.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.accountOf')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const account = orProblem(await findManagedAccount(context, args.params.username ?? ''))
  const { username, name, role, areas, disabledAt, secondStep, own, createdAt } = account
  return {
    viewer: viewerOf(context.person),
    account: {
      username,
      name,
      role,
      areas,
      secondStep,
      own,
      createdAt: createdAt.toISOString(),
      disabledAt: disabledAt?.toISOString() ?? null,
    },
    saved: readSaved(args.request),
  }
}

/** Shuts the account, or opens it again: either can be undone here. */
export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const fields = await readFields(args.request)
  const username = args.params.username ?? ''
  const opening = fields.get('deed') === 'mo-lai'
  orProblem(await (opening ? enableAccount : disableAccount)(context, username))
  return redirect(`/quan-tri/tai-khoan/${username}?xong=${opening ? 'mo-lai' : 'khoa'}`, 303)
}

export default function Account() {
  const t = useT()
  const { viewer, account, saved } = useLoaderData<typeof loader>()
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[{ href: '/quan-tri', label: t('office.section.administration') }]}
    >
      {saved ? <Saved what={saved} /> : null}
      <ManagedAccount account={account} />
    </OfficePage>
  )
}
