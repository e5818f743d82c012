import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { permitOnCampaign } from '#app/services/campaigns.server.ts'
import { Machine } from '#app/ui/office-machine.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.machine.title')

/** Also after closing: what is still on a device has to be seen and exported from somewhere. */
export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign } = orProblem(await permitOnCampaign(context, 'ballot.enter', args.params.id ?? ''))
  const { id, name, state } = campaign
  return {
    viewer: viewerOf(context.person),
    campaign: { id, name, state },
    collector: { id: context.person.id, name: context.person.name },
  }
}

export default function CollectWithoutNetwork() {
  const { viewer, campaign, collector } = useLoaderData<typeof loader>()
  const { id, name, state } = campaign
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/may">
      <Machine campaign={{ id, name, collecting: state === 'collecting' }} collector={collector} />
    </CampaignPage>
  )
}
