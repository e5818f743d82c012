import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readPage } from '#app/basics/paging.ts'
import { askedOf } from '#app/household/asked.ts'
import { readSlotFilter } from '#app/household/slot-filter.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findVillageSlots } from '#app/services/handing-out.server.ts'
import { issueVillage } from '#app/services/slots.server.ts'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CopyText, HandedProgress } from '#app/ui/office-handing-out.tsx'
import {
  IssueVillage,
  SlotSearch,
  SlotTable,
  slotsHref,
  VillagePapers,
} from '#app/ui/office-handing-village.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.handing.title')

const placeOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  villageId: params.village ?? '',
})

const longestSearch = 80

const readAsked = ({ url }: Request) => {
  const query = new URL(url).searchParams
  return {
    filter: readSlotFilter(query.get('tinh-trang')),
    typed: (query.get('tim') ?? '').trim().slice(0, longestSearch),
    page: readPage(query.get('trang')),
  }
}

const readNoted = ({ url }: Request): number | null => {
  const raw = new URL(url).searchParams.get('phat')
  return raw !== null && /^\d{1,6}$/.test(raw) ? Number(raw) : null
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const asked = readAsked(args.request)
  const found = orProblem(await findVillageSlots(context, { ...placeOf(args), ...asked }))
  const { campaign, village, slots, message } = found
  return {
    viewer: viewerOf(context.person),
    campaign: { id: campaign.id, name: campaign.name, state: campaign.state },
    village: { id: village.villageId, name: village.name },
    handed: { asked: askedOf(village), issued: village.issued },
    noted: readNoted(args.request),
    ...{ asked, slots, message },
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  if (fields.get('confirm') !== 'yes')
    return data({ faults: { confirm: 'confirm-missing' } }, { status: 422 })
  const place = placeOf(args)
  const slots = orProblem(await issueVillage(context, place))
  const address = `/dot/${place.campaignId}/phat-phieu/${encodeURIComponent(place.villageId)}`
  return redirect(`${address}?phat=${slots}`, 303)
}

const Households = () => {
  const t = useT()
  const { campaign, village, asked, slots } = useLoaderData<typeof loader>()
  const address = `/dot/${campaign.id}/phat-phieu/${encodeURIComponent(village.id)}`
  return (
    <section id="ho">
      <h2>{t('office.handing.list.title')}</h2>
      <SlotSearch address={address} {...asked} />
      {slots.total === 0 ? (
        <p role="status">{t('office.handing.list.none')}</p>
      ) : (
        <>
          <SlotTable campaignId={campaign.id} slots={slots.rows} />
          <Pager {...slots} hrefOf={slotsHref(address, asked)} />
        </>
      )}
    </section>
  )
}

export default function VillageHandingOut() {
  const t = useT()
  const { viewer, campaign, village, handed, noted, message } = useLoaderData<typeof loader>()
  const errors = useErrors(useActionData<typeof action>()?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/phat-phieu">
      <ErrorSummary errors={errors} />
      {noted === null ? null : (
        <Notice kind="success">
          <p>{t('office.handing.issuedSome', { count: noted })}</p>
        </Notice>
      )}
      <h1>{t('office.handing.of', { village: village.name })}</h1>
      <HandedProgress {...handed} />
      <VillagePapers address={`/dot/${campaign.id}/phat-phieu/${encodeURIComponent(village.id)}`} />
      <IssueVillage {...handed} error={errorOf(errors, 'confirm')} />
      <Panel title={t('office.handing.message.title')}>
        <p>{t('office.handing.message.lead')}</p>
        <CopyText name="loi-nhan" label={t('office.handing.message.label')} text={message} />
      </Panel>
      <Households />
    </CampaignPage>
  )
}
