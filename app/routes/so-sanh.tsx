import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/basics/day.ts'
import { collectingDays } from '#app/campaign/collecting-days.ts'
import { systemOf } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { compareCampaigns, findPublicCampaigns, type PublicResults } from '#app/services/results.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { type PageHandle, titled } from '#app/ui/page.ts'
import { ComparedPair } from '#app/ui/public-compare.tsx'
import { CompareForm } from '#app/ui/public-compare-form.tsx'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

export const meta = titled('compare.title')

type Chosen = { readonly a: string; readonly b: string }

const closedOn = (campaign: PublicResults['campaign']) =>
  campaign.closedAt ? dayOf(campaign.closedAt) : campaign.endsOn

/** Nothing chosen yet is no fault. */
const faultsIn = ({ a, b }: Chosen): Readonly<Record<string, string>> => {
  if (a === '' && b === '') return {}
  if (a === '') return { a: 'round-missing' }
  if (b === '') return { b: 'round-missing' }
  return a === b ? { b: 'round-twice' } : {}
}

const roundOf = ({ campaign, questionnaire, results, handCounted }: PublicResults) => {
  const { id, communeName, title } = campaign
  return {
    ...{ questionnaire, results, handCounted },
    campaign: { id, communeName, title },
    closedOn: closedOn(campaign),
  }
}

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const system = systemOf(context)
  const query = new URL(request.url).searchParams
  const chosen = { a: query.get('a') ?? '', b: query.get('b') ?? '' }
  const faults = faultsIn(chosen)
  const rounds = (await findPublicCampaigns(system)).map(campaign => {
    const { id, title, communeName } = campaign
    return { ...{ id, title, communeName }, ...collectingDays(campaign), closedOn: closedOn(campaign) }
  })
  const faulty = Object.keys(faults).length > 0
  if (faulty || chosen.a === '')
    return data({ rounds, chosen, faults, compared: null }, { status: faulty ? 422 : 200 })
  const { a, b, comparison } = orProblem(await compareCampaigns(system, chosen))
  return data({ rounds, chosen, faults, compared: { a: roundOf(a), b: roundOf(b), comparison } })
}

export default function Compare() {
  const t = useT()
  const { rounds, chosen, faults, compared } = useLoaderData<typeof loader>()
  const errors = useErrors(faults)
  return (
    <PublicFrame wide back={{ href: '/ket-qua', label: t('publicPages.listTitle') }}>
      <ErrorSummary errors={errors} />
      <h1>{t('compare.title')}</h1>
      <p className="lead">{t('compare.lead')}</p>
      <CompareForm rounds={rounds} chosen={chosen} errors={errors} />
      {compared ? <ComparedPair {...compared} /> : null}
    </PublicFrame>
  )
}
