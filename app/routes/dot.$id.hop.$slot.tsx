import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { turnCookie } from '#app/http/collecting.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { enterBallot, findDesk } from '#app/services/ballots.server.ts'
import { type Context, newId } from '#app/services/context.server.ts'
import { MeetingAnswered, MeetingBallot, MeetingFrame, meetingHref } from '#app/ui/office-meeting.tsx'
import { type PageHandle, titled } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'public' }

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta = titled('office.entry.title')

const deskOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  slotId: params.slot ?? '',
})

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, slot, questionnaire } = orProblem(await findDesk(context, deskOf(args)))
  const place = { campaignId: campaign.id, villageId: slot.villageId }
  const open = slot.channel === null
  return { place, name: slot.name, open, questionnaire, item: newId(context) }
}

/** A browser that goes back to a form with faults may post it again: what was typed then must not come up once more. */
const hasAnswered = async (context: Context, place: ReturnType<typeof deskOf>): Promise<boolean> =>
  orProblem(await findDesk(context, place)).slot.channel !== null

/** The household's own ballot at the meeting: no paper, no blank lines. */
export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { get, texts } = await readFields(args.request)
  const desk = deskOf(args)
  const meeting = { get: (name: string) => (name === 'channel' ? 'meeting' : get(name)) }
  const posted = await enterBallot(context, desk, meeting)
  if (posted.kind === 'refused') return problem(posted.error)
  if (posted.kind === 'faulty')
    return (await hasAnswered(context, desk))
      ? redirect(args.request.url, 303)
      : data({ typed: texts, faults: posted.faults }, { status: 422 })
  const { receipt, outcome } = posted.acknowledged
  const done = meetingHref({ campaignId: desk.campaignId, villageId: get('thon') ?? '' }, '/xong')
  const query = `bien-nhan=${receipt}${outcome === 'stands' ? '&truoc=1' : ''}`
  return redirect(`${done}&${query}`, { status: 303, headers: { 'Set-Cookie': turnCookie(newId(context)) } })
}

export default function MeetingHousehold() {
  const { place, name, open, questionnaire, item } = useLoaderData<typeof loader>()
  const mending = useActionData<typeof action>()
  return (
    <MeetingFrame>
      {open ? (
        <MeetingBallot
          place={place}
          name={name}
          questionnaire={questionnaire}
          item={mending?.typed.item ?? item}
          mending={mending}
        />
      ) : (
        <MeetingAnswered place={place} name={name} />
      )}
    </MeetingFrame>
  )
}
