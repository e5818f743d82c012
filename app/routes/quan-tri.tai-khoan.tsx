import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { liesWithin } from '#app/account/area.ts'
import { accountFormSchema, requireDeed } from '#app/http/administration.server.ts'
import { type FieldFaults, faultsOf, readFields } from '#app/http/form.server.ts'
import { problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { createAccount } from '#app/services/accounts.server.ts'
import { findAreas } from '#app/services/areas.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { AccountForm, PlaceForm } from '#app/ui/office-account-form.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.accountTitle')

/** First where the account belongs, then the account: a province has more villages than a form can hold. */
export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'account.manage')
  const places = [...(await findAreas(context, 'province')), ...(await findAreas(context, 'commune'))]
  const asked = new URL(args.request.url).searchParams.get('noi')
  const place = places.find(one => one.id === asked) ?? null
  const villages = place?.kind === 'commune' ? await findAreas(context, 'village') : []
  const pick = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name })
  return {
    viewer: viewerOf(context.person),
    places: places.map(pick),
    place: place && { ...pick(place), kind: place.kind },
    villages: villages.filter(one => place && liesWithin(one.path, place.path)).map(pick),
  }
}

/** Which box each refusal is about; any other ends in a page of its own. */
const boxes: { readonly [code: string]: string } = {
  'username-taken': 'username',
  'username-unreadable': 'username',
  'password-too-short': 'password',
  'area-unknown': 'areas',
}

const areaPrefix = 'area.'

export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'account.manage')
  const { texts } = await readFields(args.request)
  const { password: _, ...typed } = texts
  const again = (faults: FieldFaults) => data({ faults, typed }, { status: 422 })
  const form = accountFormSchema.safeParse(texts)
  if (!form.success) return again(faultsOf(form.error))
  const areaIds = Object.keys(texts).flatMap(name =>
    name.startsWith(areaPrefix) ? [name.slice(areaPrefix.length)] : [],
  )
  if (areaIds.length === 0) return again({ areas: 'area-missing' })
  const made = await createAccount(context, { ...form.data, areaIds })
  if (made.ok) return redirect('/quan-tri?xong=tai-khoan', 303)
  const box = boxes[made.error]
  return box ? again({ [box]: made.error }) : problem(made.error)
}

export default function NewAccount() {
  const t = useT()
  const { viewer, places, place, villages } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[{ href: '/quan-tri', label: t('office.section.administration') }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.admin.accountTitle')}</h1>
      <PlaceForm places={places} place={place?.id} />
      {place ? (
        <AccountForm place={place} villages={villages} typed={refused?.typed ?? {}} errors={errors} />
      ) : null}
    </OfficePage>
  )
}
