import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { collectingDays } from '#app/campaign/collecting-days.ts'
import { systemOf } from '#app/http/access.server.ts'
import { findPublicCampaigns } from '#app/services/results.server.ts'
import { type PageHandle, titled } from '#app/ui/page.ts'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { ClosedRounds } from '#app/ui/public-list.tsx'

export const handle: PageHandle = { frame: 'public' }

export const meta = titled('publicPages.listTitle')

export const loader = async ({ context }: LoaderFunctionArgs) => {
  const campaigns = await findPublicCampaigns(systemOf(context))
  return campaigns.map(({ id, title, communeName, ...course }) => {
    const days = collectingDays(course)
    return { ...{ id, title, communeName }, ...days, closedOn: days.endsOn }
  })
}

export default function Results() {
  return (
    <PublicFrame>
      <ClosedRounds rounds={useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
