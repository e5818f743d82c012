import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireDeed } from '#app/http/administration.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findManagedAccount, resetAccount } from '#app/services/accounts-managed.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice-field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ResetMade } from '#app/ui/office-one-time-link.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.reset')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const account = orProblem(await findManagedAccount(context, args.params.username ?? ''))
  const { username, name, secondStep } = account
  return { viewer: viewerOf(context.person), account: { username, name, secondStep } }
}

/** The link is in this one answer and nowhere else. */
export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const secondStep = (await readFields(args.request)).get('secondStep') !== null
  const made = orProblem(await resetAccount(context, { username: args.params.username ?? '', secondStep }))
  return data({ url: made.url, expiresAt: made.expiresAt.toISOString() })
}

export default function Reset() {
  const t = useT()
  const { viewer, account } = useLoaderData<typeof loader>()
  const made = useActionData<typeof action>()
  const { name, username } = account
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[
        { href: '/quan-tri', label: t('office.section.administration') },
        { href: `/quan-tri/tai-khoan/${username}`, label: username },
      ]}
    >
      <h1>{t('office.admin.reset')}</h1>
      {made ? (
        <ResetMade name={name} {...made} />
      ) : (
        <form method="post">
          <Notice kind="warning">
            <p>{t('office.admin.resetLead', { name, username })}</p>
          </Notice>
          {account.secondStep ? (
            <Checkbox
              name="secondStep"
              label={t('office.admin.resetSecondStep')}
              hint={t('office.admin.resetSecondStepHint')}
            />
          ) : null}
          <SubmitButton kind="danger">{t('office.admin.resetSubmit')}</SubmitButton>
        </form>
      )}
    </OfficePage>
  )
}
