import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { samplePaper } from '#app/dossier/paper-sample.ts'
import type { PaperWording } from '#app/dossier/paper-wording.ts'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { unsaved, usualWords, wordedPaperOf, wordingTyped } from '#app/http/wording.server.ts'
import { editWording, findWordings } from '#app/services/wordings.server.ts'
import { readWording, wordingFields } from '#app/services/wordings-form.server.ts'
import { ErrorSummary, summaryId } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { WordingForm, WordingVersions, wordingSegments } from '#app/ui/office-wording.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { PaperSheets } from '#app/ui/paper.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.wording.title')

const paperOf = ({ params }: LoaderFunctionArgs) =>
  wordedPaperOf(wordingSegments, params.paper) ?? problem('page-unknown')

const findDesk = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const paper = paperOf(args)
  const desk = orProblem(await findWordings(context))
  const versions = desk.papers.find(one => one.paper === paper)?.versions ?? []
  return { context, paper, versions, provinceName: desk.provinceName }
}

export const loader = async (args: LoaderFunctionArgs) => {
  const { context, paper, versions, provinceName } = await findDesk(args)
  const current = versions[0]?.wording
  return {
    viewer: viewerOf(context.person),
    ...{ paper, fields: wordingFields(paper), version: current?.version ?? 0 },
    done: new URL(args.request.url).searchParams.get('xong') === 'luu',
    typed: wordingTyped(current ?? null),
    usual: usualWords(samplePaper(paper, { provinceName })),
    sample: samplePaper(paper, { provinceName, ...(current ? { wording: current } : {}) }),
    versions: versions.map(({ wording, enteredBy, enteredAt }) => ({
      ...{ version: wording.version, enteredBy, enteredAt: enteredAt.toISOString() },
    })),
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const { context, paper, provinceName } = await findDesk(args)
  const { get, texts } = await readFields(args.request)
  const version = Number(get('version'))
  const read = readWording(paper, texts)
  if (read.kind === 'faulty')
    return data({ typed: texts, faults: read.faults, unknown: read.unknown, sample: null }, 422)
  const preview = (wording: PaperWording) => samplePaper(paper, { provinceName, wording })
  if (get('intent') === 'preview')
    return data({ typed: texts, faults: {}, unknown: [], sample: preview(unsaved(read.text, version)) })
  const edited = await editWording(context, { paper, version, text: read.text })
  if (edited.ok) return redirect(`/giay-to/${wordingSegments[paper]}?xong=luu`, 303)
  if (edited.error !== 'nothing-changed') return problem(edited.error)
  return data({ typed: texts, faults: { letterhead: edited.error }, unknown: [], sample: null }, 422)
}

export default function Wording() {
  const t = useT()
  const { viewer, done, versions, ...desk } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = useErrors(answer?.faults, { names: answer?.unknown.join(', ') ?? '' })
  const title = t('office.wording.editOf', { paper: t(`office.papers.kind.${desk.paper}`) })
  return (
    <OfficePage
      viewer={viewer}
      section="wording"
      breadcrumb={[{ href: '/giay-to', label: t('office.wording.title') }]}
    >
      <ErrorSummary errors={errors} />
      {done && !answer ? (
        <Notice kind="success">
          <p>{t('office.wording.done', { version: String(desk.version) })}</p>
        </Notice>
      ) : null}
      <h1>{title}</h1>
      <p>{t('office.wording.from')}</p>
      <WordingForm {...desk} typed={answer?.typed ?? desk.typed} errors={errors} />
      <h2 id={answer?.sample ? summaryId : undefined}>
        {t(answer?.sample ? 'office.wording.shown' : 'office.wording.shownNow')}
      </h2>
      <p>{t('office.wording.shownLead')}</p>
      <PaperSheets paper={answer?.sample ?? desk.sample} />
      <WordingVersions versions={versions} />
    </OfficePage>
  )
}
