import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEver } from '#app/account/permission.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { findJointResults } from '#app/services/joint-view.server.ts'
import { printRate } from '#app/tally/rate.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { JointGrid } from '#app/ui/office-joint-grid.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { ResultsBounds } from '#app/ui/results-bounds.tsx'
import { ResultsContents } from '#app/ui/results-contents.tsx'
import { ResultsOverall } from '#app/ui/results-head.tsx'
import { ResultsVerdict } from '#app/ui/results-verdict.tsx'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.joint.results.link')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { units: _, ...found } = orProblem(await findJointResults(context, args.params.id ?? ''))
  return {
    viewer: viewerOf(context.person),
    ...found,
    mayManage: mayEver(context.person, 'joint.manage'),
    mayReadRules: mayEver(context.person, 'rules.read'),
  }
}

export default function JointResultsPage() {
  const t = useT()
  const { language } = useSite()
  const page = useLoaderData<typeof loader>()
  const { viewer, joint, results, questionnaire, rules, unasked, ofList } = page
  const survey = { results, questionnaire, rules }
  const write = (count: number) => formatInteger(count, language)
  return (
    <OfficePage
      viewer={viewer}
      section="campaigns"
      breadcrumb={[
        page.mayManage
          ? { href: `/dot-nhieu-xa/${joint.id}`, label: joint.name }
          : { href: '/dot', label: t('office.section.campaigns') },
      ]}
    >
      <h1>{t('office.joint.results.title', { name: joint.name })}</h1>
      {unasked.length > 0 ? (
        <Notice kind="warning">
          <p>{t('office.joint.results.unasked', { communes: unasked.join(', ') })}</p>
        </Notice>
      ) : null}
      <ResultsOverall {...survey} />
      <p>
        {t('office.joint.results.ofList', {
          rate: printRate(ofList, language),
          part: write(ofList.part),
          whole: write(ofList.whole),
        })}
      </p>
      <ResultsVerdict {...survey} rulesLink={page.mayReadRules} />
      <JointGrid {...survey} />
      <ResultsContents {...survey} />
      <ResultsBounds results={results} rules={rules} />
      <p className="soft">{t('office.joint.results.countsLead')}</p>
      <p className="actions">
        <LinkButton href={`/dot-nhieu-xa/${joint.id}/so-lieu.json`} download>
          {t('office.joint.results.counts')}
        </LinkButton>
      </p>
    </OfficePage>
  )
}
