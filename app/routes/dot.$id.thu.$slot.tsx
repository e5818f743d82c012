import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readDoors, readMeans, writeDoors } from '#app/http/collecting.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { assistedChannels, enterBallot, findDesk } from '#app/services/ballots.server.ts'
import { findNext } from '#app/services/collecting.server.ts'
import { newId } from '#app/services/context.server.ts'
import { ballotErrors } from '#app/ui/ballot-errors.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { MeansChoice } from '#app/ui/office-doors.tsx'
import { doorsHref } from '#app/ui/office-doors-place.ts'
import { AlreadyAnswered, EntryForm, EntryHead } from '#app/ui/office-entry.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.entry.title')

const placeOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  slotId: params.slot ?? '',
})

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const url = new URL(args.request.url)
  const { campaign, slot, questionnaire } = orProblem(await findDesk(context, placeOf(args)))
  const { slotId, villageId, villageName, number, name, channel } = slot
  return {
    viewer: viewerOf(context.person),
    campaign: { id: campaign.id, name: campaign.name, state: campaign.state },
    item: newId(context),
    waiting: url.searchParams.get('con') === '1',
    door: { slotId, villageId, villageName, number, name, channel },
    questionnaire,
    means: readMeans(url.searchParams.get('cach')),
    options: assistedChannels,
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const place = placeOf(args)
  const posted = await enterBallot(context, place, fields)
  if (posted.kind === 'refused') return problem(posted.error)
  if (posted.kind === 'faulty') return data({ faults: posted.faults, typed: fields.texts }, { status: 422 })
  const question = readDoors(name => (name === 'cach' ? fields.get('channel') : fields.get(name)))
  const next = orProblem(await findNext(context, { ...place, ...question }))
  const query = writeDoors({ ...question, search: '', page: next?.page ?? 1 })
  query.set('bien-nhan', posted.acknowledged.receipt)
  if (posted.acknowledged.outcome === 'stands') query.set('truoc', '1')
  if (next) query.set('tiep', next.slotId)
  return redirect(`/dot/${place.campaignId}/thu?${query}`, 303)
}

export default function Entry() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT()
  const errors = refused ? ballotErrors(refused.faults, page.questionnaire, t) : []
  const { viewer, campaign, door, questionnaire, means, options, waiting } = page
  const place = { campaignId: campaign.id, villageId: door.villageId, means, search: '', waiting, page: 1 }
  const back = doorsHref(place)
  const hrefOf = (one: typeof means) =>
    `/dot/${campaign.id}/thu/${door.slotId}?${new URLSearchParams({ cach: one, ...(waiting ? { con: '1' } : {}) })}`
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/thu">
      <ErrorSummary errors={errors} />
      <EntryHead door={door} />
      {door.channel ? (
        <AlreadyAnswered channel={door.channel} back={back} />
      ) : (
        <>
          <MeansChoice means={means} options={options} hrefOf={hrefOf} />
          <EntryForm
            questionnaire={questionnaire}
            means={means}
            villageId={door.villageId}
            item={page.item}
            waiting={waiting}
            typed={refused?.typed}
            errors={errors}
            back={back}
          />
        </>
      )}
    </CampaignPage>
  )
}
