import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { type Fields, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { isFileFault, readImportPage, readRegisterDone, writeImported } from '#app/http/register.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { discardRegister, findRegister } from '#app/services/register.server.ts'
import { confirmRegister } from '#app/services/register-confirm.server.ts'
import { findRegisterCheck, startRegisterCheck } from '#app/services/register-jobs.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { HouseholdsTable } from '#app/ui/office-draft.tsx'
import { officeTitle } from '#app/ui/office-page.tsx'
import { RegisterCheck } from '#app/ui/office-register.tsx'
import { CheckingFile, ChooseFile, ImportWays } from '#app/ui/office-register-import.tsx'
import { RegisterDone } from '#app/ui/office-register-list.tsx'
import { RegisterPage } from '#app/ui/office-register-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

const title = officeTitle('office.register.importTitle')

/** While a file is checked the page asks for itself again every other second, without script, unless the reader stopped it (WCAG 2.2.1). */
export const meta: MetaFunction<typeof loader> = args => [
  ...title(args),
  ...(args.data?.check?.kind === 'running' && !args.data.still
    ? [{ httpEquiv: 'refresh', content: '2' }]
    : []),
]

const findCheck = async (context: Context, communeId: string, jobId: string | null) => {
  if (jobId === null) return null
  const check = await findRegisterCheck(context, { communeId, jobId })
  return check.ok ? check.value : ({ kind: 'lost' } as const)
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const communeId = args.params.commune ?? ''
  const { campaignId, jobId, imported, still } = readImportPage(args.request)
  const desk = orProblem(await findRegister(context, communeId))
  const check = await findCheck(context, communeId, jobId)
  const done = readRegisterDone(args.request)
  return { viewer: viewerOf(context.person), campaignId, check, imported, still, done, ...desk }
}

type Target = { readonly communeId: string; readonly way: string }

const confirm = async (context: Context, { communeId, way }: Target, fields: Fields) => {
  const movedOut = Object.keys(fields.texts).flatMap(name =>
    name.startsWith('di.') ? [name.slice('di.'.length)] : [],
  )
  const importId = fields.get('importId') ?? ''
  const reason = fields.get('reason') ?? ''
  const imported = orProblem(await confirmRegister(context, { communeId, importId, movedOut, reason }))
  return redirect(`${way}${writeImported(imported)}`, 303)
}

const check = async (context: Context, { communeId, way }: Target, fields: Fields) => {
  const file = fields.file('file')
  if (!file) return data({ faults: { file: 'file-missing' } }, { status: 422 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const progress = orProblem(await startRegisterCheck(context, { communeId, name: file.name, bytes }))
  if (progress.kind === 'done') return redirect(way.slice(0, -1), 303)
  if (progress.kind === 'running') return redirect(`${way}viec=${progress.jobId}`, 303)
  if (!isFileFault(progress.error)) return problem(progress.error)
  return data({ faults: { file: progress.error } }, { status: statusOf(progress.error) })
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const communeId = args.params.commune ?? ''
  const { campaignId } = readImportPage(args.request)
  const target = { communeId, way: `/ho/${communeId}/nhap?${campaignId ? `dot=${campaignId}&` : ''}` }
  if (fields.get('discard') !== null) {
    orProblem(await discardRegister(context, communeId))
    return redirect(`${target.way}xong=bo`, 303)
  }
  return fields.get('importId') === null ? check(context, target, fields) : confirm(context, target, fields)
}

export default function ImportRegister() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { viewer, commune, villages, waiting, imported, done, campaignId } = page
  const failed = page.check?.kind === 'failed' ? { file: page.check.error } : undefined
  const faults = useActionData<typeof action>()?.faults ?? failed
  const errors = useErrors(faults)
  const some = villages.some(village => village.households > 0)
  if (page.check?.kind === 'running')
    return (
      <RegisterPage viewer={viewer} commune={commune}>
        <CheckingFile
          stage={page.check.stage}
          still={page.still ? null : `?viec=${page.check.jobId}&dung=1`}
        />
      </RegisterPage>
    )
  return (
    <RegisterPage viewer={viewer} commune={commune}>
      <ErrorSummary errors={errors} />
      <RegisterDone done={faults ? null : done} imported={faults ? null : imported} />
      <h1>{t('office.register.importTitle')}</h1>
      <p className="lead">{t('office.register.importLead')}</p>
      {page.check?.kind === 'lost' && !faults ? <p>{t('office.register.progress.lost')}</p> : null}
      {villages.length === 0 ? <p>{t('office.register.noVillages')}</p> : null}
      {waiting ? <RegisterCheck waiting={waiting} listed={villages} compared={some} /> : null}
      {villages.length === 0 ? null : <ChooseFile again={waiting !== null || some} errors={errors} />}
      {some ? (
        <HouseholdsTable villages={villages} caption={t('office.register.now')} />
      ) : (
        <p className="soft">{t('office.register.nothing')}</p>
      )}
      <ImportWays communeId={commune.id} campaignId={campaignId} saved={imported !== null} />
    </RegisterPage>
  )
}
