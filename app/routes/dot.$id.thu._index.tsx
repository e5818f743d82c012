import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { matchesSearch } from '#app/household/search.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readMeans, readReceipt, readSearch } from '#app/http/collecting.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { assistedChannels } from '#app/services/ballots.server.ts'
import { findRound } from '#app/services/slots.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { DoorSearch, Doors, doorsHref, MeansChoice, type Place } from '#app/ui/office-doors.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { VillageChoice } from '#app/ui/office-village-choice.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.collect.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const url = new URL(args.request.url)
  const campaignId = args.params.id ?? ''
  const asked = url.searchParams.get('thon')
  const round = orProblem(await findRound(context, { campaignId, villageId: asked || null }))
  if (round.campaign.state !== 'collecting') return problem('campaign-not-collecting')
  const search = readSearch(url)
  const waiting = url.searchParams.get('con') === '1'
  return {
    viewer: viewerOf(context.person),
    campaign: { id: round.campaign.id, name: round.campaign.name },
    villages: round.villages.map(({ villageId, name, households, collected }) => {
      return { villageId, name, households, collected }
    }),
    village: round.village && { villageId: round.village.villageId, name: round.village.name },
    doors: round.doors.filter(door => matchesSearch(door, search) && !(waiting && door.channel !== null)),
    means: readMeans(url.searchParams.get('cach')),
    options: assistedChannels,
    search,
    waiting,
    receipt: readReceipt(url),
  }
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

const Receipt = ({ receipt: { receipt, stands } }: { readonly receipt: NonNullable<Page['receipt']> }) => {
  const t = useT()
  return (
    <Notice kind={stands ? 'warning' : 'success'}>
      <p>{t(stands ? 'office.collect.stands' : 'office.collect.saved', { receipt })}</p>
    </Notice>
  )
}

const Village = ({
  page,
  name,
  place,
}: {
  readonly page: Page
  readonly name: string
  readonly place: Place
}) => {
  const t = useT()
  return (
    <>
      <h1>{name}</h1>
      {page.receipt ? <Receipt receipt={page.receipt} /> : null}
      {page.villages.length > 1 ? (
        <p>
          <a className="tap" href={`/dot/${place.campaignId}/thu`}>
            {t('office.collect.otherVillage')}
          </a>
        </p>
      ) : null}
      <MeansChoice means={place.means} options={page.options} hrefOf={means => doorsHref(place, { means })} />
      <DoorSearch place={place} />
      <Doors doors={page.doors} place={place} />
    </>
  )
}

export default function Collect() {
  const page = useLoaderData<typeof loader>()
  const { viewer, campaign, villages, village, means, search, waiting } = page
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      {village ? (
        <Village
          page={page}
          name={village.name}
          place={{ campaignId: campaign.id, villageId: village.villageId, means, search, waiting }}
        />
      ) : (
        <VillageChoice campaignId={campaign.id} villages={villages} />
      )}
    </CampaignPage>
  )
}
