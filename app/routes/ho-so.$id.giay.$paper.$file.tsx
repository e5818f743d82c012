import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { isFileFault, readLine } from '#app/http/dossiers.server.ts'
import { type Fields, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { deleteFile, type FilePlace, replaceFile } from '#app/services/dossier-files.server.ts'
import { findDossierDesk } from '#app/services/dossiers.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { DeleteForm, FileRow, ReplaceForm } from '#app/ui/office-dossier-paper.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.dossier.paper.manage')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { dossier, papers } = orProblem(await findDossierDesk(context, args.params.id ?? ''))
  const paper = papers.find(({ id }) => id === args.params.paper) ?? problem('dossier-paper-unknown')
  const file = paper.history.find(({ id }) => id === args.params.file) ?? problem('dossier-file-unknown')
  if (dossier.submittedOn !== null) return problem('dossier-submitted')
  if (!paper.mine) return problem('dossier-paper-not-yours')
  if (file.state === 'deleted') return problem('dossier-file-ended')
  const { id, name } = paper
  return { viewer: viewerOf(context.person), dossier, paper: { id, name }, file }
}

type Posted = { readonly fields: Fields; readonly back: string }

const replace = async (context: Context, place: FilePlace, { fields, back }: Posted) => {
  const file = fields.file('file')
  if (!file) return data({ faults: { file: 'file-missing' }, reason: undefined }, { status: 422 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const replaced = await replaceFile(context, place, { name: file.name, bytes })
  if (replaced.ok) return redirect(`${back}?xong=thay`, 303)
  if (!isFileFault(replaced.error)) return problem(replaced.error)
  return data({ faults: { file: replaced.error }, reason: undefined }, { status: statusOf(replaced.error) })
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const { id = '', paper = '', file = '' } = args.params
  const [place, back] = [{ dossierId: id, fileId: file }, `/ho-so/${id}/giay/${paper}`]
  if (fields.get('lam') === 'thay') return replace(context, place, { fields, back })
  const reason = readLine(fields.get('reason'), 300)
  const deleted = await deleteFile(context, place, reason)
  if (deleted.ok) return redirect(`${back}?xong=xoa`, 303)
  if (deleted.error !== 'dossier-reason-missing') return problem(deleted.error)
  return data({ faults: { reason: deleted.error }, reason }, { status: statusOf(deleted.error) })
}

export default function DossierFilePage() {
  const t = useT()
  const { viewer, dossier, paper, file } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const breadcrumb = [
    { href: '/ho-so', label: t('office.dossier.title') },
    { href: `/ho-so/${dossier.id}`, label: dossier.communeName },
    { href: `/ho-so/${dossier.id}/giay/${paper.id}`, label: paper.name },
  ]
  return (
    <OfficePage viewer={viewer} section="dossiers" breadcrumb={breadcrumb}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.dossier.paper.manage')}</h1>
      <ul className="rows">
        <FileRow file={file} dossierId={dossier.id} manage={null} />
      </ul>
      {file.state === 'current' ? <ReplaceForm errors={errors} /> : <p>{t('office.dossier.file.ended')}</p>}
      <DeleteForm typed={refused?.reason} errors={errors} />
    </OfficePage>
  )
}
