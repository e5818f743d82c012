import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { listFaults, readListedPaper } from '#app/http/dossiers.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { editList, findListDesk } from '#app/services/dossier-lists.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { ListedPaperForm, typedPaper } from '#app/ui/office-dossier-titles.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.dossier.list.edit')

/** The last part of the address of a paper that is not there yet. */
const newWord = 'moi'

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { title, list } = orProblem(await findListDesk(context, args.params.title ?? ''))
  const place = list.papers.findIndex(({ key }) => key === args.params.key)
  const paper = list.papers[place] ?? null
  if (!paper && args.params.key !== newWord) return problem('dossier-paper-unknown')
  return { viewer: viewerOf(context.person), title, version: list.version, paper, place: place + 1 }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { get, texts } = await readFields(args.request)
  const { title = '', key = newWord } = args.params
  const known = key === newWord ? null : key
  const read =
    get('lam') === 'bo'
      ? { ok: true as const, value: { kind: 'remove' as const, key } }
      : readListedPaper(texts, known)
  if (!read.ok) return data({ faults: read.faults, texts }, { status: 422 })
  const edited = await editList(context, { title, version: Number(get('version')) }, read.value)
  if (edited.ok) return redirect(`/ho-so/danh-muc/${title}?xong=luu`, 303)
  const faults = listFaults(edited.error)
  return faults ? data({ faults, texts }, { status: statusOf(edited.error) }) : problem(edited.error)
}

export default function ListedPaperPage() {
  const t = useT()
  const { viewer, title, version, paper, place } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const breadcrumb = [
    { href: '/ho-so/danh-muc', label: t('office.dossier.list.title') },
    { href: `/ho-so/danh-muc/${title}`, label: t(`term.title.${title}`) },
  ]
  return (
    <OfficePage viewer={viewer} section="dossiers" breadcrumb={breadcrumb}>
      <ErrorSummary errors={errors} />
      <h1>{t(paper ? 'office.dossier.list.edit' : 'office.dossier.list.add')}</h1>
      <ListedPaperForm
        typed={refused?.texts ?? typedPaper(paper, place)}
        version={version}
        kind={paper?.kind ?? null}
        errors={errors}
      />
    </OfficePage>
  )
}
