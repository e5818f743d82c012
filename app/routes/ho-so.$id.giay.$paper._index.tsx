import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { isFileFault, readDossierDone, readLine } from '#app/http/dossiers.server.ts'
import { type Fields, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { excusePaper, sendFile } from '#app/services/dossier-files.server.ts'
import { findDossierDesk } from '#app/services/dossiers.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PaperBadge, ReportOfRound, useOwed } from '#app/ui/office-dossier.tsx'
import { ExcuseForm, PaperFiles, SendForm } from '#app/ui/office-dossier-paper.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.dossier.papers')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { dossier, papers, mayFill } = orProblem(await findDossierDesk(context, args.params.id ?? ''))
  const paper = papers.find(({ id }) => id === args.params.paper) ?? problem('dossier-paper-unknown')
  return {
    ...{ dossier, paper, mayFill },
    viewer: viewerOf(context.person),
    done: readDossierDone(args.request),
  }
}

type Place = { readonly dossierId: string; readonly paperId: string }

const send = async (context: Context, place: Place, fields: Fields, back: string) => {
  const file = fields.file('file')
  if (!file) return data({ faults: { file: 'file-missing' }, reason: undefined }, { status: 422 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const sent = await sendFile(context, place, { name: file.name, bytes })
  if (sent.ok) return redirect(`${back}?xong=tep`, 303)
  if (!isFileFault(sent.error)) return problem(sent.error)
  return data({ faults: { file: sent.error }, reason: undefined }, { status: statusOf(sent.error) })
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const place = { dossierId: args.params.id ?? '', paperId: args.params.paper ?? '' }
  const back = `/ho-so/${place.dossierId}/giay/${place.paperId}`
  const deed = fields.get('lam')
  if (deed === 'nop') return send(context, place, fields, back)
  const reason = deed === 'phai-co' ? null : readLine(fields.get('reason'), 300)
  const excused = await excusePaper(context, place, reason)
  if (excused.ok) return redirect(`${back}?xong=${reason === null ? 'phai-co' : 'khong-ap-dung'}`, 303)
  const { error } = excused
  if (error !== 'dossier-reason-missing' && error !== 'dossier-paper-there') return problem(error)
  return data({ faults: { reason: error }, reason: reason ?? undefined }, { status: statusOf(error) })
}

export default function DossierPaperPage() {
  const t = useT()
  const owed = useOwed()
  const { viewer, dossier, paper, mayFill, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const breadcrumb = [
    { href: '/ho-so', label: t('office.dossier.title') },
    { href: `/ho-so/${dossier.id}`, label: dossier.communeName },
  ]
  const isReport = paper.kind === 'satisfaction'
  return (
    <OfficePage viewer={viewer} section="dossiers" breadcrumb={breadcrumb}>
      <ErrorSummary errors={errors} />
      {done && !refused ? <Notice kind="success">{t(`office.dossier.done.${done}`)}</Notice> : null}
      <h1 lang="vi">{paper.name}</h1>
      <p>
        <PaperBadge state={paper.state} late={paper.late} /> {owed(paper)}
      </p>
      {paper.source ? (
        <p className="hint">
          {t('office.dossier.paper.source')}: <span lang="vi">{paper.source}</span> (
          {t(`office.dossier.paper.${paper.status}`)})
        </p>
      ) : null}
      {isReport ? <ReportOfRound round={dossier.round} state={paper.state} /> : null}
      {isReport ? null : (
        <PaperFiles dossierId={dossier.id} paperId={paper.id} files={paper.history} mine={paper.mine} />
      )}
      {paper.mine ? <SendForm more={paper.files > 0} errors={errors} /> : null}
      {paper.mine && paper.files === 0 ? (
        <ExcuseForm reason={paper.notApplicable} typed={refused?.reason} errors={errors} />
      ) : null}
      {!paper.mine && paper.notApplicable !== null ? (
        <p>{t('office.dossier.paper.excused', { reason: paper.notApplicable })}</p>
      ) : null}
      {mayFill && !paper.mine && !isReport ? (
        <p className="hint">{t('office.dossier.paper.notMine')}</p>
      ) : null}
    </OfficePage>
  )
}
