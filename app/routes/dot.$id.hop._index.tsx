import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keepAtMeeting, meetingOf, signedIn } from '#app/http/access.server.ts'
import { readSearch } from '#app/http/collecting.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { findCollectingVillages } from '#app/services/collecting.server.ts'
import { findMeeting } from '#app/services/collecting-meeting.server.ts'
import { MeetingFrame, MeetingPick, meetingHref } from '#app/ui/office-meeting.tsx'
import { officeTitle } from '#app/ui/office-page.tsx'
import { VillageChoice } from '#app/ui/office-village-choice.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta = officeTitle('office.meeting.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const url = new URL(args.request.url)
  const campaignId = args.params.id ?? ''
  const villageId = url.searchParams.get('thon') ?? ''
  const search = readSearch(url)
  if (!villageId) {
    const { villages } = orProblem(await findCollectingVillages(context, campaignId))
    return { kind: 'choose' as const, campaignId, villages }
  }
  const place = { campaignId, villageId }
  const met = await findMeeting(context, { ...place, search })
  // A meeting that cannot go on, e.g. of a round closed since, is still left with the password.
  if (!met.ok && (await meetingOf(args))) throw redirect(meetingHref(place, '/ket-thuc'), 303)
  const { village, found } = orProblem(met)
  const page = { kind: 'pick' as const, place, villageName: village.name, search, found }
  return data(page, { headers: { 'Set-Cookie': await keepAtMeeting(args, place) } })
}

export default function Meeting() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <MeetingFrame>
      {page.kind === 'pick' ? (
        <MeetingPick {...page} />
      ) : (
        <VillageChoice
          title={t('office.meeting.title')}
          lead={t('office.meeting.choose')}
          villages={page.villages}
          hrefOf={villageId => meetingHref({ campaignId: page.campaignId, villageId })}
        />
      )}
    </MeetingFrame>
  )
}
