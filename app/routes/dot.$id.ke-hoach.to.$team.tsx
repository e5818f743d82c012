import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { type FieldFaults, faultsOf } from '#app/http/form.server.ts'
import { readPlanFields, teamTyped } from '#app/http/plan.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { teamFormSchema } from '#app/services/plan-form.server.ts'
import { addTeam, editTeam, removeTeam } from '#app/services/plan-teams.server.ts'
import { findPlanDesk } from '#app/services/plan-view.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { TeamForm } from '#app/ui/office-plan-edit.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.planning.team.title')

/** What the address names instead of a team, to add one. */
const newTeam = 'moi'

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, villages, teams } = orProblem(await findPlanDesk(context, args.params.id ?? ''))
  const known = teams.find(team => team.id === args.params.team)
  if (!known && args.params.team !== newTeam) return problem('team-unknown')
  return {
    viewer: viewerOf(context.person),
    campaign,
    villages,
    known: known !== undefined,
    filled: known ? teamTyped(known) : {},
  }
}

const boxes: { readonly [code: string]: string } = {
  'team-name-taken': 'name',
  'team-village-missing': 'villageIds',
}

const again = (faults: FieldFaults, typed: Readonly<Record<string, string>>) =>
  data({ faults, typed }, { status: 422 })

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const place = { campaignId: args.params.id ?? '', teamId: args.params.team ?? '' }
  const back = `/dot/${place.campaignId}/ke-hoach`
  const { texts, get, form } = await readPlanFields(args.request)
  if (get('viec') === 'bo') {
    orProblem(await removeTeam(context, place))
    return redirect(`${back}?xong=bo-to`, 303)
  }
  const read = teamFormSchema.safeParse(form)
  if (!read.success) return again(faultsOf(read.error), texts)
  const saved =
    place.teamId === newTeam
      ? await addTeam(context, place.campaignId, read.data)
      : await editTeam(context, place, read.data)
  if (saved.ok) return redirect(`${back}?xong=to`, 303)
  const box = boxes[saved.error]
  return box ? again({ [box]: saved.error }, texts) : problem(saved.error)
}

export default function PlanTeam() {
  const t = useT()
  const { viewer, campaign, villages, known, filled } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/ke-hoach">
      <ErrorSummary errors={errors} />
      <h1>{t(known ? 'office.planning.team.editTitle' : 'office.planning.team.newTitle')}</h1>
      <TeamForm
        villages={villages}
        known={known}
        typed={refused?.typed ?? filled}
        errors={errors}
        back={`/dot/${campaign.id}/ke-hoach`}
      />
    </CampaignPage>
  )
}
