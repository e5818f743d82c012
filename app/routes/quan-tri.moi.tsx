import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  accountBoxes,
  findPlaces,
  invitationFormSchema,
  readAreaIds,
  requireDeed,
} from '#app/http/administration.server.ts'
import { type FieldFaults, faultsOf, readFields } from '#app/http/form.server.ts'
import { problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { inviteAccount } from '#app/services/invitations.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { InvitationForm, PlaceForm } from '#app/ui/office-account-form.tsx'
import { InvitationMade } from '#app/ui/office-one-time-link.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.invite')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  return { viewer: viewerOf(context.person), ...(await findPlaces(context, args.request)) }
}

/** The link is in this one answer and nowhere else. */
export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'collector.manage')
  const { texts } = await readFields(args.request)
  const again = (faults: FieldFaults) => data({ kind: 'refused' as const, faults, texts }, { status: 422 })
  const form = invitationFormSchema.safeParse(texts)
  const areaIds = readAreaIds(texts)
  const nowhere: FieldFaults = areaIds.length === 0 ? { areas: 'area-missing' } : {}
  if (!form.success) return again({ ...faultsOf(form.error), ...nowhere })
  if (areaIds.length === 0) return again(nowhere)
  const made = await inviteAccount(context, { ...form.data, areaIds })
  if (made.ok) {
    const { url, expiresAt } = made.value
    return data({ kind: 'made' as const, name: form.data.name, url, expiresAt: expiresAt.toISOString() })
  }
  const box = accountBoxes[made.error]
  return box ? again({ [box]: made.error }) : problem(made.error)
}

export default function Invite() {
  const t = useT()
  const { viewer, places, place, villages, roles } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const refused = outcome?.kind === 'refused' ? outcome : null
  const errors = useErrors(refused?.faults)
  const form = { villages, roles, typed: refused?.texts ?? {}, errors }
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[{ href: '/quan-tri', label: t('office.section.administration') }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.admin.invite')}</h1>
      {outcome?.kind === 'made' ? (
        <InvitationMade {...outcome} />
      ) : (
        <>
          <p className="lead">{t('office.admin.inviteLead')}</p>
          {places.length > 1 ? <PlaceForm places={places} place={place?.id} /> : null}
          {place ? <InvitationForm place={place} {...form} /> : null}
        </>
      )}
    </OfficePage>
  )
}
