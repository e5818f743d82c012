import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepAtMeeting, signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { problem, statusOf } from '#app/http/problems.server.ts'
import { endMeeting } from '#app/services/collecting-meeting.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { MeetingFrame, meetingHref } from '#app/ui/office-meeting.tsx'
import { type PageHandle, titled } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'
import { PasswordField } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'public' }

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta = titled('office.meeting.end')

const placeOf = ({ params, request }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  villageId: new URL(request.url).searchParams.get('thon') ?? '',
})

export const loader = async (args: LoaderFunctionArgs) => {
  const { person } = await signedIn(args)
  return { place: placeOf(args), name: person.name }
}

/** Refusals that are told at the password's box. */
const atBox: readonly string[] = ['password-wrong', 'sign-in-locked']

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const password = (await readFields(args.request)).get('password') ?? ''
  const place = placeOf(args)
  const ended = await endMeeting(context, { ...place, password })
  if (ended.ok)
    return redirect(`/dot/${place.campaignId}/thu?${new URLSearchParams({ thon: place.villageId })}`, {
      status: 303,
      headers: { 'Set-Cookie': await keepAtMeeting(args, null) },
    })
  if (!atBox.includes(ended.error)) return problem(ended.error)
  const status = Math.max(422, statusOf(ended.error))
  return data({ faults: { password: ended.error } }, { status })
}

export default function EndMeeting() {
  const t = useT()
  const { place, name } = useLoaderData<typeof loader>()
  const errors = useErrors(useActionData<typeof action>()?.faults)
  return (
    <MeetingFrame>
      <ErrorSummary errors={errors} />
      <h1>{t('office.meeting.end')}</h1>
      <p className="lead">{t('office.meeting.endLead')}</p>
      <p>{t('office.meeting.endWhy')}</p>
      <form method="post">
        <PasswordField
          name="password"
          label={t('office.meeting.password', { name })}
          error={errorOf(errors, 'password')}
        />
        <div className="actions">
          <SubmitButton>{t('office.meeting.endNow')}</SubmitButton>
          <LinkButton href={meetingHref(place)}>{t('office.meeting.stay')}</LinkButton>
        </div>
      </form>
      <form method="post" action="/dang-xuat">
        <p>{t('office.meeting.leave')}</p>
        <SubmitButton kind="secondary">{t('office.meeting.signOut')}</SubmitButton>
      </form>
    </MeetingFrame>
  )
}
