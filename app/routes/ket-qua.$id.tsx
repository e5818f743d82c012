import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaArgs, useLoaderData } from '@remix-run/react'
import { isCounted } from '#app/campaign/campaign.ts'
import { collectingDays } from '#app/campaign/collecting-days.ts'
import { systemOf } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { findPublicResults } from '#app/services/results.server.ts'
import { findPublicStanding } from '#app/services/results-versions.server.ts'
import { printRate } from '#app/tally/rate.ts'
import { communeInText } from '#app/ui/commune-name.ts'
import { canonical, languageOf, type PageHandle, pageTitle } from '#app/ui/page.ts'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { PublicResults } from '#app/ui/public-results.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

export const loader = async ({ params, context }: LoaderFunctionArgs) => {
  const id = params.id ?? ''
  const system = systemOf(context)
  const standing = orProblem(await findPublicStanding(system, id))
  const { campaign, earlier, posted, roots, verifiedOn } = standing
  // A round that collects again has its last results under the version they were.
  if (!isCounted(campaign.state)) throw redirect(`/ket-qua/${id}/ban/${earlier.length}`, 303)
  const { cells, ...round } = orProblem(await findPublicResults(system, id))
  const days = collectingDays(round.campaign)
  return {
    ...{ ...round, earlier, posted, days, verifiedOn, closedOn: days.endsOn, publicUrl: system.publicUrl },
    withheld: cells.kind === 'withheld' ? cells.reason : null,
    jointHref: standing.jointPublic ? `/ket-qua/nhieu-xa/${campaign.jointId}` : null,
    traces: { version: campaign.version, fingerprint: campaign.fingerprint, roots },
  }
}

export const meta = (args: MetaArgs<typeof loader>) => {
  if (!args.data) return []
  const language = languageOf(args)
  const t = translator(language)
  const { campaign, results } = args.data
  const { overall, collected, households } = results.area
  const rate = printRate(overall.satisfied, language)
  const commune = communeInText(campaign.communeName, language)
  return [
    { title: pageTitle(t('publicPages.title', { commune })) },
    {
      name: 'description',
      content: args.data.withheld
        ? t('publicPages.descriptionHeads', { collected, households })
        : t('publicPages.description', { rate, ...overall.satisfied, collected, households }),
    },
    canonical(args.data.publicUrl, `/ket-qua/${campaign.id}`),
  ]
}

export default function RoundResults() {
  const t = useT()
  return (
    <PublicFrame wide back={{ href: '/ket-qua', label: t('publicPages.listTitle') }}>
      <PublicResults {...useLoaderData<typeof loader>()} />
    </PublicFrame>
  )
}
