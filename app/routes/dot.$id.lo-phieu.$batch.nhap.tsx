import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { batchPlace, readSheetNumber, shownDesk } from '#app/http/batches.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { fillIn } from '#app/paper/keyed-sheet.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { findKeying, keySheet } from '#app/services/batches-keying.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { KeyingFinished, KeyingForm, KeyingHead, SheetJump } from '#app/ui/office-batch-keying.tsx'
import { sheetErrors } from '#app/ui/office-batch-words.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.batch.key.title')

const placeOf = (args: LoaderFunctionArgs) => {
  const query = new URL(args.request.url).searchParams
  const saved = readSheetNumber(query.get('ghi'))
  return { ...batchPlace(args), sheet: readSheetNumber(query.get('phieu')), after: saved ?? 0 }
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const place = placeOf(args)
  const desk = orProblem(await findKeying(context, place))
  const { questionnaire, sheet, left } = desk
  const saved = place.after > 0 ? place.after : null
  return { viewer: viewerOf(context.person), ...shownDesk(desk), questionnaire, sheet, left, saved }
}

/** Fills the line of keys in without recording it, to be looked at first. */
const fill = async (args: ActionFunctionArgs, texts: Readonly<Record<string, string>>) => {
  const context = await signedIn(args)
  const { questionnaire } = orProblem(await findKeying(context, placeOf(args)))
  const filled = fillIn({ get: name => texts[name] ?? null }, questionnaire)
  if (!filled.ok) return data({ faults: filled.faults, typed: texts, filled: false }, { status: 422 })
  const answers = contentKeys(questionnaire).map(key => {
    const name = `answer.${key}`
    return [name, filled.fields.get(name) ?? ''] as const
  })
  return data({ faults: [], typed: { ...texts, ...Object.fromEntries(answers), nhanh: '' }, filled: true })
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  if (fields.get('viec') === 'dien') return fill(args, fields.texts)
  const sheet = readSheetNumber(fields.get('phieu')) ?? 0
  const place = batchPlace(args)
  const keyed = await keySheet(context, { ...place, sheet }, fields)
  if (keyed.kind === 'refused') return problem(keyed.error)
  if (keyed.kind === 'faulty')
    return data({ faults: keyed.faults, typed: fields.texts, filled: false }, { status: 422 })
  // The address names the sheet, never what it says.
  return redirect(`/dot/${place.campaignId}/lo-phieu/${place.batchId}/nhap?ghi=${keyed.sheet}`, 303)
}

export default function Keying() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { viewer, campaign, batch, questionnaire, sheet, left, saved } = page
  const errors = sheetErrors(posted?.faults ?? [], questionnaire, t)
  const shared = { campaignId: campaign.id, batch }
  if (!sheet)
    return (
      <CampaignPage viewer={viewer} campaign={campaign} here="/lo-phieu">
        <KeyingFinished {...shared} saved={saved} />
      </CampaignPage>
    )
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/lo-phieu">
      <ErrorSummary errors={errors} />
      {posted?.filled ? (
        <Notice kind="info">
          <p>{t('office.batch.key.filled')}</p>
        </Notice>
      ) : null}
      <KeyingHead batch={batch} sheet={sheet} left={left} saved={posted ? null : saved} />
      <KeyingForm {...shared} {...{ sheet, questionnaire, errors }} typed={posted?.typed ?? {}} />
      <SheetJump sheets={batch.counts.sheets} />
      <script src="/nhap-phieu.js" defer />
    </CampaignPage>
  )
}
