import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaArgs, useLoaderData } from '@remix-run/react'
import { systemOf } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { type T, translator } from '#app/i18n/translate.ts'
import { findPublicJoint } from '#app/services/joint-public.server.ts'
import { printRate } from '#app/tally/rate.ts'
import { Notice } from '#app/ui/notice.tsx'
import { OnThisPage } from '#app/ui/on-this-page.tsx'
import { canonical, languageOf, type PageHandle, pageTitle } from '#app/ui/page.ts'
import { OpenDataLinks, Withheld } from '#app/ui/public-data.tsx'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { JointPartLinks } from '#app/ui/public-joints.tsx'
import { ContentChoice, UnitsOfContent } from '#app/ui/public-units.tsx'
import { ResultsContents } from '#app/ui/results-contents.tsx'
import { ResultsHead, ResultsOverall } from '#app/ui/results-head.tsx'
import { ResultsVerdict } from '#app/ui/results-verdict.tsx'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

export const loader = async ({ params, request, context }: LoaderFunctionArgs) => {
  const system = systemOf(context)
  const found = orProblem(await findPublicJoint(system, params.id ?? ''))
  const { joint, cells, rows, ...round } = found
  const { id, name, title, startsOn, endsOn } = joint
  const asked = new URL(request.url).searchParams.get('noi-dung')
  const known = round.questionnaire.contents.find(({ key }) => key === asked)
  return {
    ...{ ...round, rows, joint: { id, name, title, startsOn, endsOn } },
    content: known?.key ?? 'overall',
    withheld: cells.kind === 'withheld' ? cells.reason : null,
    merged: rows.filter(({ kind }) => kind === 'hidden').map(row => row.name),
    publicUrl: system.publicUrl,
  }
}

export const meta = (args: MetaArgs<typeof loader>) => {
  if (!args.data) return []
  const t = translator(languageOf(args))
  const { joint, results, parts, publicUrl } = args.data
  const { collected, households } = results.area
  return [
    { title: pageTitle(t('province.joints.page', { name: joint.name })) },
    {
      name: 'description',
      content: t('province.joints.description', { communes: parts.length, collected, households }),
    },
    canonical(publicUrl, `/ket-qua/nhieu-xa/${joint.id}`),
  ]
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

const partsOf = (t: T, withheld: boolean) => [
  ...(withheld
    ? []
    : [
        { id: 'verdict-title', label: t('results.verdict.title') },
        { id: 'units-title', label: t('province.joints.unitsTitle') },
        { id: 'contents-title', label: t('results.contents.title') },
      ]),
  { id: 'counts-title', label: t('results.counts') },
  { id: 'parts-title', label: t('province.joints.parts') },
  { id: 'data-title', label: t('openData.title') },
]

/** What was answered over all communes and in each, and what the rules say of it. */
const Answers = ({ page }: { readonly page: Page }) => {
  const t = useT()
  const { results, questionnaire, rules, rows, content, merged } = page
  const survey = { results, questionnaire, rules }
  if (page.withheld) return <Withheld reason={page.withheld} jointHref={null} />
  return (
    <>
      <ResultsOverall {...survey} />
      <ResultsVerdict {...survey} />
      {merged.length > 0 ? (
        <Notice>
          <p>{t('province.joints.merged', { communes: merged.join(', ') })}</p>
        </Notice>
      ) : null}
      <h2 id="units-title">{t('province.joints.unitsTitle')}</h2>
      <p>{t('province.joints.unitsLead')}</p>
      <ContentChoice questionnaire={questionnaire} content={content} />
      <UnitsOfContent
        {...{ rows, content, questionnaire }}
        threshold={rules.contentThreshold.value}
        unit="commune"
      />
      <ResultsContents {...survey} />
    </>
  )
}

export default function JointResults() {
  const t = useT()
  const { language } = useSite()
  const page = useLoaderData<typeof loader>()
  const { joint, results, unasked, ofList, parts } = page
  const write = (count: number) => formatInteger(count, language)
  return (
    <PublicFrame wide back={{ href: '/ket-qua/nhieu-xa', label: t('province.joints.title') }}>
      <h1>{t('province.joints.page', { name: joint.name })}</h1>
      <p className="lead">{t(`term.title.${joint.title}`)}</p>
      {unasked.length > 0 ? (
        <Notice kind="warning">
          <p>{t('office.joint.results.unasked', { communes: unasked.join(', ') })}</p>
        </Notice>
      ) : null}
      <OnThisPage parts={partsOf(t, page.withheld !== null)} />
      <Answers page={page} />
      <h2 id="counts-title">{t('results.counts')}</h2>
      <ResultsHead results={results} days={joint} turnout={[]} />
      <p>
        {t('office.joint.results.ofList', {
          rate: printRate(ofList, language),
          part: write(ofList.part),
          whole: write(ofList.whole),
        })}
      </p>
      <JointPartLinks parts={parts} />
      <OpenDataLinks page={`/ket-qua/nhieu-xa/${joint.id}`} />
    </PublicFrame>
  )
}
