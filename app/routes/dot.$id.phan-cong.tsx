import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readAssignments } from '#app/http/collecting.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { assignCollectors, findAssignments } from '#app/services/assignments.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Assignments } from '#app/ui/office-assignments.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.assign.title')

/** How many assignments the redirect after saving says have changed; null when the address says nothing. */
const readChanged = (request: Request): number | null => {
  const raw = new URL(request.url).searchParams.get('xong')
  const count = Number(raw)
  return raw !== null && Number.isSafeInteger(count) && count >= 0 ? count : null
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, villages } = orProblem(await findAssignments(context, args.params.id ?? ''))
  const { id, name, state } = campaign
  return {
    viewer: viewerOf(context.person),
    campaign: { id, name, state },
    villages,
    changed: readChanged(args.request),
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const campaignId = args.params.id ?? ''
  const wanted = readAssignments((await readFields(args.request)).texts)
  const changed = orProblem(await assignCollectors(context, { campaignId, wanted }))
  return redirect(`/dot/${campaignId}/phan-cong?xong=${changed}`, 303)
}

export default function AssignCollectors() {
  const t = useT()
  const { viewer, campaign, villages, changed } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/phan-cong">
      {changed === null ? null : (
        <Notice kind={changed > 0 ? 'success' : 'info'}>
          <p>{changed > 0 ? t('office.assign.saved', { count: changed }) : t('office.assign.unchanged')}</p>
        </Notice>
      )}
      <Assignments campaignId={campaign.id} villages={villages} />
    </CampaignPage>
  )
}
