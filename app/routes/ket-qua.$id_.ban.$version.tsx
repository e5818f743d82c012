import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaArgs, useLoaderData } from '@remix-run/react'
import { collectingDays } from '#app/campaign/collecting-days.ts'
import { systemOf } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { findPublicVersion } from '#app/services/results-versions.server.ts'
import { communeInText } from '#app/ui/commune-name.ts'
import { languageOf, type PageHandle, pageTitle } from '#app/ui/page.ts'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { ReplacedBy } from '#app/ui/public-posting.tsx'
import { PublicResults } from '#app/ui/public-results.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

export const loader = async ({ params, context }: LoaderFunctionArgs) => {
  const place = { campaignId: params.id ?? '', version: Number(params.version) }
  const { villages, ...version } = orProblem(await findPublicVersion(systemOf(context), place))
  const handCounted = villages.flatMap(({ name, collected, byHand }) =>
    byHand > 0 ? [{ name, byHand, ballots: collected - byHand }] : [],
  )
  const days = { ...collectingDays(version.campaign), endsOn: version.closedOn }
  return { ...version, handCounted, days, turnout: [] }
}

export const meta = (args: MetaArgs<typeof loader>) => {
  if (!args.data) return []
  const language = languageOf(args)
  const t = translator(language)
  const commune = communeInText(args.data.campaign.communeName, language)
  const name = t('publicPages.versions.name', { version: args.data.version })
  return [{ title: pageTitle(`${name} · ${t('publicPages.title', { commune })}`) }]
}

export default function PastResults() {
  const t = useT()
  const { version, closedOn, reopenedOn, reason, verifiedOn, ...round } = useLoaderData<typeof loader>()
  const { id, state } = round.campaign
  return (
    <PublicFrame wide back={{ href: '/ket-qua', label: t('publicPages.listTitle') }}>
      <ReplacedBy
        id={id}
        past={{ version, closedOn, reopenedOn, reason, verifiedOn }}
        collecting={state === 'collecting'}
      />
      <PublicResults {...round} closedOn={closedOn} />
    </PublicFrame>
  )
}
