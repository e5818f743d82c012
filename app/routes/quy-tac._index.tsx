import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findRulePacks } from '#app/services/rules.server.ts'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { RulePacks } from '#app/ui/office-rules.tsx'
import type { PageHandle } from '#app/ui/page.ts'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.rules.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  return { viewer: viewerOf(context.person), rules: orProblem(await findRulePacks(context)) }
}

export default function Packs() {
  const { viewer, rules } = useLoaderData<typeof loader>()
  return (
    <OfficePage viewer={viewer} section="rules">
      <RulePacks rules={rules} />
    </OfficePage>
  )
}
