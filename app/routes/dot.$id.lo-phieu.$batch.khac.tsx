import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { batchPlace, readSheetNumber, shownDesk } from '#app/http/batches.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findDifferences, resolveSheet } from '#app/services/batches-differences.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { BatchHead } from '#app/ui/office-batch.tsx'
import { DifferenceForm, WaitingSheets } from '#app/ui/office-batch-differences.tsx'
import { sheetErrors } from '#app/ui/office-batch-words.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.batch.differ.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const query = new URL(args.request.url).searchParams
  const asked = { ...batchPlace(args), sheet: readSheetNumber(query.get('phieu')) }
  const desk = orProblem(await findDifferences(context, asked))
  const { questionnaire, waiting, sheet } = desk
  const done = query.get('xong') === 'khac'
  return { viewer: viewerOf(context.person), ...shownDesk(desk), questionnaire, waiting, sheet, done }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const place = batchPlace(args)
  const sheet = readSheetNumber(fields.get('phieu')) ?? 0
  const decided = await resolveSheet(context, { ...place, sheet }, fields)
  if (decided.kind === 'refused') return problem(decided.error)
  if (decided.kind === 'faulty') return data({ faults: decided.faults, typed: fields.texts }, { status: 422 })
  return redirect(`/dot/${place.campaignId}/lo-phieu/${place.batchId}/khac?xong=khac`, 303)
}

export default function Differences() {
  const t = useT()
  const { viewer, campaign, batch, questionnaire, waiting, sheet, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = sheetErrors(refused?.faults ?? [], questionnaire, t)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/lo-phieu">
      <ErrorSummary errors={errors} />
      {done && !refused ? (
        <Notice kind="success">
          <p>{t('office.batch.done.khac')}</p>
        </Notice>
      ) : null}
      <BatchHead campaignId={campaign.id} batch={batch} title={t('office.batch.differ.title')} />
      {sheet ? (
        <>
          <p>
            <b>{t('office.batch.differ.lead', { sheet: sheet.number })}</b>
          </p>
          <DifferenceForm {...{ sheet, questionnaire, errors }} typed={refused?.typed} />
          <WaitingSheets waiting={waiting} current={sheet.number} />
        </>
      ) : (
        <p>{t('office.batch.differ.none')}</p>
      )}
    </CampaignPage>
  )
}
