import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Role } from '#app/account/person.ts'
import {
  accountBoxes,
  findPlaces,
  placeOfAccount,
  readAreaIds,
  requireDeed,
  rightsFormSchema,
} from '#app/http/administration.server.ts'
import { type FieldFaults, faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { changeAccount } from '#app/services/account-changing.server.ts'
import { findManagedAccount } from '#app/services/accounts-managed.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { PlaceForm, RightsForm, RightsTakenForm } from '#app/ui/office-account-form.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.rights.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const account = orProblem(await findManagedAccount(context, args.params.username ?? ''))
  if (account.own) return problem('account-own')
  const { username, name, role, areas, areaPaths } = account
  const held = Object.fromEntries(areaPaths.map(path => [`area.${path.split('/').at(-1)}`, 'on']))
  return {
    viewer: viewerOf(context.person),
    account: { username, name, role, areas },
    held: { role, ...held },
    ...(await findPlaces(context, args.request, placeOfAccount(areaPaths))),
  }
}

/** What takes rights away is asked once: the answer is a page of its own with the same fields. */
export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const username = args.params.username ?? ''
  const { confirmed, ...texts } = (await readFields(args.request)).texts
  const again = (faults: FieldFaults) => data({ kind: 'refused' as const, faults, texts }, { status: 422 })
  const form = rightsFormSchema.safeParse(texts)
  const areaIds = readAreaIds(texts)
  const nowhere: FieldFaults = areaIds.length === 0 ? { areas: 'area-missing' } : {}
  if (!form.success) return again({ ...faultsOf(form.error), ...nowhere })
  if (areaIds.length === 0) return again(nowhere)
  const { role } = form.data
  const changed = await changeAccount(context, { username, role, areaIds, confirmed: confirmed === 'co' })
  if (changed.ok) return redirect(`/quan-tri/tai-khoan/${username}?xong=doi-quyen`, 303)
  if (changed.error === 'account-loses-rights')
    return data({ kind: 'asking' as const, role, areaIds, texts }, { status: 200 })
  const box = accountBoxes[changed.error]
  return box ? again({ [box]: changed.error }) : problem(changed.error)
}

type Asking = {
  readonly role: Role
  readonly areaIds: readonly string[]
  readonly texts: Readonly<Record<string, string>>
}

const Choice = ({ typed, errors }: Pick<Parameters<typeof RightsForm>[0], 'typed' | 'errors'>) => {
  const t = useT()
  const { account, places, place, villages, roles } = useLoaderData<typeof loader>()
  const { name, username, role, areas } = account
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{t('office.admin.rights.title')}</h1>
      <p className="lead">{t('office.admin.rights.lead', { name, username })}</p>
      <p>{t('office.admin.rights.now', { role: t(`term.role.${role}`), areas: areas.join('; ') })}</p>
      {places.length > 1 ? <PlaceForm places={places} place={place?.id} /> : null}
      {place ? <RightsForm {...{ place, villages, roles, typed, errors }} /> : null}
    </>
  )
}

const Confirming = ({ role, areaIds, texts }: Asking) => {
  const t = useT()
  const { account, places, villages } = useLoaderData<typeof loader>()
  const areas = [...places, ...villages].flatMap(({ id, name }) => (areaIds.includes(id) ? [name] : []))
  return (
    <>
      <h1>{t('office.admin.rights.askTitle')}</h1>
      <RightsTakenForm
        who={account}
        before={account}
        after={{ role, areas }}
        typed={texts}
        back={`/quan-tri/tai-khoan/${account.username}/quyen`}
      />
    </>
  )
}

export default function Rights() {
  const t = useT()
  const { viewer, account, held } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const refused = outcome?.kind === 'refused' ? outcome : null
  const errors = useErrors(refused?.faults)
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[
        { href: '/quan-tri', label: t('office.section.administration') },
        { href: `/quan-tri/tai-khoan/${account.username}`, label: account.username },
      ]}
    >
      {outcome?.kind === 'asking' ? (
        <Confirming {...outcome} />
      ) : (
        <Choice typed={refused?.texts ?? held} errors={errors} />
      )}
    </OfficePage>
  )
}
