import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  accountBoxes,
  accountFormSchema,
  findPlaces,
  readAreaIds,
  requireDeed,
} from '#app/http/administration.server.ts'
import { type FieldFaults, faultsOf, readFields } from '#app/http/form.server.ts'
import { problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { createAccount } from '#app/services/accounts.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { AccountForm, PlaceForm } from '#app/ui/office-account-form.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.accountTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'account.manage')
  return { viewer: viewerOf(context.person), ...(await findPlaces(context, args.request)) }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'account.manage')
  const { texts } = await readFields(args.request)
  const { password: _, ...typed } = texts
  const again = (faults: FieldFaults) => data({ faults, typed }, { status: 422 })
  const form = accountFormSchema.safeParse(texts)
  if (!form.success) return again(faultsOf(form.error))
  const areaIds = readAreaIds(texts)
  if (areaIds.length === 0) return again({ areas: 'area-missing' })
  const made = await createAccount(context, { ...form.data, areaIds })
  if (made.ok) return redirect('/quan-tri?xong=tai-khoan', 303)
  const box = accountBoxes[made.error]
  return box ? again({ [box]: made.error }) : problem(made.error)
}

export default function NewAccount() {
  const t = useT()
  const { viewer, places, place, villages, roles } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const form = { villages, roles, typed: refused?.typed ?? {}, errors }
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[{ href: '/quan-tri', label: t('office.section.administration') }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.admin.accountTitle')}</h1>
      <PlaceForm places={places} place={place?.id} />
      {place ? <AccountForm place={place} {...form} /> : null}
    </OfficePage>
  )
}
