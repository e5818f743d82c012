import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { longestReason } from '#app/ballot/ballot.ts'
import { askedOf } from '#app/household/asked.ts'
import { signedIn } from '#app/http/access.server.ts'
import { type Fields, faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { enterSheet, findSheet, withdrawSheet } from '#app/services/sheets.server.ts'
import { checkTyped, type TypedSheet } from '#app/tally/sheet-typed.ts'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CountForm, CountHead } from '#app/ui/office-count.tsx'
import { CountWithdraw } from '#app/ui/office-count-withdraw.tsx'
import { useSheetErrors } from '#app/ui/office-count-words.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'

/** Numbers are checked as they are typed, so this page sends scripts; without them the server checks. */
export const handle: PageHandle = { frame: 'office', hydrate: true }

export const meta = officeTitle('office.count.title')

const placeOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  villageId: params.village ?? '',
})

type Desk = Awaited<ReturnType<typeof findSheet>> & { readonly ok: true }

/** What stands in the cells before anything is typed: the sheet recorded last, or the ballots the system holds. */
const standing = ({ sheet, frame }: Desk['value']): TypedSheet => {
  if (!sheet) return { ballots: String(frame.ballots) }
  const heads = ['issued', 'collected', 'ballots', 'invalid', 'anyDissatisfied'] as const
  const lines = frame.contents.flatMap((key, index) =>
    Object.entries(sheet.contents[index] ?? {}).map(([option, count]) => [`${option}.${key}`, String(count)]),
  )
  return {
    ...Object.fromEntries(heads.map(head => [head, String(sheet[head] ?? '')])),
    ...Object.fromEntries(lines),
    ...Object.fromEntries(frame.contents.map(key => [`reason.${key}`, sheet.reasons[key] ?? ''])),
  }
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findSheet(context, placeOf(args)))
  const { campaign, village, questionnaire, frame, sheet } = desk
  return {
    viewer: viewerOf(context.person),
    campaign: { id: campaign.id, name: campaign.name },
    village: { name: village.name, households: askedOf(village) },
    ...{ questionnaire, frame, longestReason },
    recorded: sheet !== null,
    standing: standing(desk),
  }
}

const withdraw = async (context: Context, args: ActionFunctionArgs, fields: Fields) => {
  const confirmed = fields.get('confirm') === 'yes'
  if (!confirmed) return data({ typed: null, faults: { confirm: 'confirm-missing' } }, { status: 422 })
  orProblem(await withdrawSheet(context, placeOf(args)))
  return redirect(`/dot/${args.params.id}?xong=rut-bieu`, 303)
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  if (fields.get('viec') === 'rut') return withdraw(context, args, fields)
  const posted = await enterSheet(context, placeOf(args), fields)
  if (posted.kind === 'refused') return problem(posted.error)
  if (posted.kind === 'recorded') return redirect(`/dot/${args.params.id}?xong=bieu`, 303)
  // Counts are said by the page from what was typed, the same in the browser and here; only other fields' faults are told.
  const faults = posted.kind === 'unreadable' ? faultsOf(posted.error) : {}
  const others = Object.entries(faults).filter(([field]) => field.startsWith('reason.'))
  return data({ typed: fields.texts, faults: Object.fromEntries(others) }, { status: 422 })
}

const useFound = () => {
  const { frame, questionnaire } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const counts = refused?.typed ? checkTyped(refused.typed, frame) : []
  return [...useSheetErrors(counts, questionnaire), ...useErrors(refused?.faults)]
}

export default function Count() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useFound()
  const { viewer, campaign, village, questionnaire, frame, recorded } = page
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      <ErrorSummary errors={errors} />
      <CountHead {...village} />
      <CountForm
        {...{ questionnaire, frame, errors }}
        longestReason={page.longestReason}
        typed={refused?.typed ?? page.standing}
        back={`/dot/${campaign.id}`}
      />
      {recorded ? <CountWithdraw village={village.name} error={errorOf(errors, 'confirm')} /> : null}
    </CampaignPage>
  )
}
