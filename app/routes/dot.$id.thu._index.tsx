import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readOutcome } from '#app/household/outcome.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readDoors, readReceipt, writeDoors } from '#app/http/collecting.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { assistedChannels } from '#app/services/ballots.server.ts'
import { findCollectingVillages, findVillageDoors } from '#app/services/collecting.server.ts'
import { recordOutcome } from '#app/services/outcomes.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { DoorSearch, Doors, MeansChoice, NextDoor } from '#app/ui/office-doors.tsx'
import { doorsHref, type Place } from '#app/ui/office-doors-place.ts'
import { meetingHref } from '#app/ui/office-meeting.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { CollectingManagement, VillageChoice } from '#app/ui/office-village-choice.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.collect.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const url = new URL(args.request.url)
  const campaignId = args.params.id ?? ''
  const question = readDoors(name => url.searchParams.get(name))
  const { campaign, villages, doubles } = orProblem(await findCollectingVillages(context, campaignId))
  const asked = question.villageId ? await findVillageDoors(context, { campaignId, ...question }) : null
  const list = asked && orProblem(asked)
  return {
    viewer: viewerOf(context.person),
    campaign: { id: campaign.id, name: campaign.name, state: campaign.state },
    ...{ villages, doubles, question },
    options: assistedChannels,
    village: list && { name: list.village.name, doors: list.doors },
    receipt: readReceipt(url),
    next: url.searchParams.get('tiep'),
    done: url.searchParams.get('xong'),
  }
}

/** Notes why a household has not answered, and comes back to the same place of the list. */
export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const campaignId = args.params.id ?? ''
  const slotId = fields.get('slot') ?? ''
  const outcome = readOutcome(fields.get('outcome'))
  if (!outcome && fields.get('outcome') !== 'none') return problem('form-unreadable')
  const noted = await recordOutcome(context, { campaignId, slotId, outcome })
  const late = !noted.ok && noted.error === 'slot-answered'
  if (!late) orProblem(noted)
  const query = writeDoors(readDoors(fields.get))
  query.set('xong', late ? 'da-tra-loi' : 'ly-do')
  return redirect(`/dot/${campaignId}/thu?${query}`, 303)
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

const Said = ({ page: { receipt, done } }: { readonly page: Page }) => {
  const t = useT()
  if (receipt)
    return (
      <Notice kind={receipt.stands ? 'warning' : 'success'}>
        <p>
          {t(receipt.stands ? 'office.collect.stands' : 'office.collect.saved', { receipt: receipt.receipt })}
        </p>
      </Notice>
    )
  if (done !== 'ly-do' && done !== 'da-tra-loi') return null
  return (
    <Notice kind={done === 'ly-do' ? 'success' : 'warning'}>
      <p>{t(done === 'ly-do' ? 'office.collect.outcomeNoted' : 'office.collect.outcomeLate')}</p>
    </Notice>
  )
}

type VillageProps = { readonly page: Page; readonly village: NonNullable<Page['village']> }

const Village = ({ page, village }: VillageProps) => {
  const t = useT()
  const place: Place = { campaignId: page.campaign.id, ...page.question }
  return (
    <>
      <h1>{village.name}</h1>
      <Said page={page} />
      <NextDoor door={village.doors.rows.find(door => door.slotId === page.next)} place={place} />
      <p className="actions">
        {page.villages.length > 1 ? (
          <a className="tap" href={`/dot/${place.campaignId}/thu`}>
            {t('office.collect.otherVillage')}
          </a>
        ) : null}
        <LinkButton href={meetingHref(place)}>{t('office.collect.meeting')}</LinkButton>
      </p>
      <MeansChoice means={place.means} options={page.options} hrefOf={means => doorsHref(place, { means })} />
      <DoorSearch place={place} />
      <Doors doors={village.doors} place={place} />
    </>
  )
}

export default function Collect() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { viewer, campaign, villages, village, doubles } = page
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/thu">
      {village ? (
        <Village page={page} village={village} />
      ) : (
        <VillageChoice
          title={t('office.collect.title')}
          lead={t('office.collect.chooseLead')}
          villages={villages}
          hrefOf={id => `/dot/${campaign.id}/thu?thon=${encodeURIComponent(id)}`}
        />
      )}
      {doubles === null ? null : <CollectingManagement campaignId={campaign.id} doubles={doubles} />}
    </CampaignPage>
  )
}
