import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findMerge, mergeHouseholds } from '#app/services/register-merge.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { FrozenCampaigns } from '#app/ui/office-register-list.tsx'
import { MergeForm, MergeSearch } from '#app/ui/office-register-merge.tsx'
import { RegisterPage } from '#app/ui/office-register-page.tsx'
import { useHouseholdLine } from '#app/ui/office-register-words.ts'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.merge.title')

/** The chosen households stand in the address, so that a search can add to them without script. */
const readChoice = ({ request, params }: LoaderFunctionArgs | ActionFunctionArgs) => {
  const query = new URL(request.url).searchParams
  const search = (query.get('tim') ?? '').normalize('NFC').trim().slice(0, 80)
  return { communeId: params.commune ?? '', ids: query.getAll('ho'), search }
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const choice = readChoice(args)
  const desk = orProblem(await findMerge(context, choice))
  return { viewer: viewerOf(context.person), search: choice.search, ...desk }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { communeId, ids } = readChoice(args)
  const into = (await readFields(args.request)).get('into') ?? ''
  if (!ids.includes(into)) return data({ faults: { into: 'merge-keep-missing' }, into }, { status: 422 })
  const merged = await mergeHouseholds(context, { communeId, into, ids })
  if (merged.ok) return redirect(`/ho/${communeId}/${into}?xong=gop`, 303)
  if (merged.error !== 'merge-too-few') return problem(merged.error)
  return data({ faults: { into: merged.error }, into }, { status: 422 })
}

export default function Merge() {
  const t = useT()
  const lineOf = useHouseholdLine()
  const { viewer, commune, chosen, found, collecting, search } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const [only] = chosen
  const back = only ? `/ho/${commune.id}/${only.id}` : `/ho/${commune.id}/trung`
  return (
    <RegisterPage viewer={viewer} commune={commune}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.register.merge.title')}</h1>
      <FrozenCampaigns campaigns={collecting} merging />
      {chosen.length > 1 ? (
        <MergeForm chosen={chosen} into={refused?.into} error={errorOf(errors, 'into')} back={back} />
      ) : (
        <>
          {only ? <p className="lead">{lineOf(only, only.villageName)}</p> : null}
          <p>{t('office.register.merge.few')}</p>
        </>
      )}
      <MergeSearch address={`/ho/${commune.id}/gop`} chosen={chosen} found={found} search={search} />
      {chosen.length > 1 ? null : (
        <p className="actions">
          <LinkButton href={back}>{t('office.register.form.cancel')}</LinkButton>
        </p>
      )}
    </RegisterPage>
  )
}
