import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readOutcome } from '#app/household/outcome.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { recordOutcome } from '#app/services/outcomes.server.ts'
import { findSlotPage, issueSlot } from '#app/services/reissuing.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { SlotActions, SlotFacts, SlotReason } from '#app/ui/office-slot.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.handing.slot.title')

const placeOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  slotId: params.slot ?? '',
})

const notices = ['phat', 'cap-lai', 'ly-do'] as const

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, slot } = orProblem(await findSlotPage(context, placeOf(args)))
  const done = new URL(args.request.url).searchParams.get('xong')
  return {
    viewer: viewerOf(context.person),
    campaign: { id: campaign.id, name: campaign.name, state: campaign.state },
    slot,
    done: notices.find(one => one === done) ?? null,
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const place = placeOf(args)
  const fields = await readFields(args.request)
  const here = `/dot/${place.campaignId}/ho/${place.slotId}`
  if (fields.get('viec') === 'phat') {
    orProblem(await issueSlot(context, place))
    return redirect(`${here}?xong=phat`, 303)
  }
  orProblem(await recordOutcome(context, { ...place, outcome: readOutcome(fields.get('ly-do')) }))
  return redirect(`${here}?xong=ly-do`, 303)
}

export default function HouseholdSlot() {
  const t = useT()
  const { viewer, campaign, slot, done } = useLoaderData<typeof loader>()
  const collecting = campaign.state === 'collecting'
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/phat-phieu">
      {done ? (
        <Notice kind="success">
          <p>{t(`office.handing.slot.done.${done}`)}</p>
        </Notice>
      ) : null}
      <h1>{slot.name ?? t('office.handing.list.unnamed')}</h1>
      <SlotFacts slot={slot} />
      {collecting ? <SlotActions address={`/dot/${campaign.id}/ho/${slot.slotId}`} slot={slot} /> : null}
      {collecting && slot.channel === null ? <SlotReason outcome={slot.outcome} /> : null}
      {collecting ? (
        <p>
          <a className="tap" href={`/dot/${campaign.id}/phat-phieu/${encodeURIComponent(slot.villageId)}`}>
            {t('office.handing.slot.back')}
          </a>
        </p>
      ) : null}
    </CampaignPage>
  )
}
