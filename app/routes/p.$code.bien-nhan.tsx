import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { systemOf } from '#app/http/access.server.ts'
import { findDoor } from '#app/services/slots.server.ts'
import { type PageHandle, titled } from '#app/ui/page.ts'
import { ResidentFrame } from '#app/ui/resident-frame.tsx'
import { Received } from '#app/ui/resident-states.tsx'

export const handle: PageHandle = { frame: 'resident' }

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta = titled('resident.received')

/** The receipt of a household that has answered; whatever else the code opens is said at the code's own address. */
export const loader = async ({ params, context }: LoaderFunctionArgs) => {
  const code = params.code ?? ''
  const door = await findDoor(systemOf(context), code)
  if (!door.ok || door.value.state !== 'answered') throw redirect(`/p/${encodeURIComponent(code)}`, 303)
  const { campaign, receipt } = door.value
  return { campaign, receipt }
}

export default function Receipt() {
  const { campaign, receipt } = useLoaderData<typeof loader>()
  return (
    <ResidentFrame stage="answered">
      <Received campaign={campaign} receipt={receipt} />
    </ResidentFrame>
  )
}
