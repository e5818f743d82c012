import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readImported, writeImported } from '#app/http/collecting.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findImport, importOutbox } from '#app/services/devices-import.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ImportedCounts } from '#app/ui/office-doors-double.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.outbox.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { id, name, state } = orProblem(await findImport(context, args.params.id ?? ''))
  const imported = readImported(new URL(args.request.url))
  return { viewer: viewerOf(context.person), campaign: { id, name, state }, imported }
}

/** What is wrong with the file is told at its box; anything else ends in a page of its own. */
const isFileFault = (code: string): boolean => code.startsWith('outbox-')

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const campaignId = args.params.id ?? ''
  const file = (await readFields(args.request)).file('file')
  if (!file) return data({ faults: { file: 'outbox-missing' } }, { status: 422 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const imported = await importOutbox(context, { campaignId, bytes })
  if (imported.ok) return redirect(`/dot/${campaignId}/thu/nhap?${writeImported(imported.value)}`, 303)
  if (!isFileFault(imported.error)) return problem(imported.error)
  return data({ faults: { file: imported.error } }, { status: statusOf(imported.error) })
}

export default function ImportOutbox() {
  const t = useT()
  const { viewer, campaign, imported } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/thu">
      <ErrorSummary errors={errors} />
      {imported && !refused ? (
        <Notice kind="success" title={t('office.outbox.done')}>
          <ImportedCounts imported={imported} />
        </Notice>
      ) : null}
      <h1>{t('office.outbox.title')}</h1>
      <p className="lead">{t('office.outbox.lead')}</p>
      <p>{t('office.outbox.sealed')}</p>
      <form method="post" encType="multipart/form-data">
        <FileField
          name="file"
          label={t('office.outbox.file')}
          hint={t('office.outbox.fileHint')}
          accept=".json,application/json"
          error={errorOf(errors, 'file')}
        />
        <div className="actions">
          <SubmitButton>{t('office.outbox.submit')}</SubmitButton>
          <LinkButton href={`/dot/${campaign.id}/thu`}>{t('office.collect.title')}</LinkButton>
        </div>
      </form>
    </CampaignPage>
  )
}
