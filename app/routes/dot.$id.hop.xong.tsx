import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readReceipt } from '#app/http/collecting.server.ts'
import { MeetingFrame, MeetingThanks, meetingHref } from '#app/ui/office-meeting.tsx'
import { type PageHandle, titled } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'public' }

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta = titled('office.meeting.thanks')

/** Thanks and the receipt; which household it was is not even in the address. */
export const loader = async (args: LoaderFunctionArgs) => {
  await signedIn(args)
  const url = new URL(args.request.url)
  const place = { campaignId: args.params.id ?? '', villageId: url.searchParams.get('thon') ?? '' }
  const receipt = readReceipt(url)
  if (!receipt) throw redirect(meetingHref(place), 303)
  return { place, ...receipt }
}

export default function MeetingDone() {
  return (
    <MeetingFrame>
      <MeetingThanks {...useLoaderData<typeof loader>()} />
    </MeetingFrame>
  )
}
