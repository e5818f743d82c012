import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readPage } from '#app/basics/paging.ts'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import {
  type DrawFault,
  drawCallbacks,
  fewestReached,
  findCallbacks,
} from '#app/services/callbacks.server.ts'
import { drawSchema } from '#app/services/callbacks-form.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CallbackDraws, CallbackResults } from '#app/ui/office-callbacks.tsx'
import { CallbackList, DrawForm } from '#app/ui/office-callbacks-form.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.callback.title')

const householdsOnPage = 30

/** Where each fault of a draw is mended; what stands nowhere ends on a page of its own. */
const fieldOf: { readonly [fault in DrawFault]?: string } = {
  'sample-seed': 'seed',
  'sample-size': 'size',
  'sample-larger-than-list': 'size',
  'callback-none-left': 'size',
}

/** What has just been done: a call noted, or so many households drawn. */
const readDone = (query: URLSearchParams) => {
  const done = query.get('xong')
  if (done === 'goi') return { kind: 'called' as const }
  const count = Number(done)
  return done !== null && Number.isSafeInteger(count) && count > 0 ? { kind: 'drawn' as const, count } : null
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const query = new URL(args.request.url).searchParams
  const slice = { page: readPage(query.get('trang')), size: householdsOnPage }
  const desk = orProblem(await findCallbacks(context, args.params.id ?? '', slice))
  const { id, name, state } = desk.campaign
  return {
    ...desk,
    viewer: viewerOf(context.person),
    campaign: { id, name, state },
    // Who brought a ballot is told to nobody who calls, but for their own.
    list: {
      ...desk.list,
      rows: desk.list.rows.map(({ slotId, villageName, number, name, outcome, accountId }) => ({
        ...{ slotId, villageName, number, name, outcome },
        own: accountId === context.person.id,
      })),
    },
    draws: desk.draws.map(draw => ({ ...draw, drawnAt: draw.drawnAt.toISOString() })),
    fewest: fewestReached,
    done: readDone(query),
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { texts } = await readFields(args.request)
  const campaignId = args.params.id ?? ''
  const read = drawSchema.safeParse({ seed: texts.seed ?? '', size: texts.size ?? '' })
  if (!read.success) return data({ typed: texts, faults: faultsOf(read.error) }, 422)
  const drawn = await drawCallbacks(context, campaignId, read.data)
  if (drawn.ok) return redirect(`/dot/${campaignId}/theo-doi/goi-lai?xong=${drawn.value}`, 303)
  const field = fieldOf[drawn.error]
  return field ? data({ typed: texts, faults: { [field]: drawn.error } }, 422) : problem(drawn.error)
}

export default function CallBack() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const { campaign, done } = page
  return (
    <CampaignPage viewer={page.viewer} campaign={campaign} here="/theo-doi">
      <ErrorSummary errors={errors} />
      {done && errors.length === 0 ? (
        <Notice kind="success">
          <p>
            {done.kind === 'called'
              ? t('office.callback.saved')
              : t('office.callback.drawn', { count: done.count })}
          </p>
        </Notice>
      ) : null}
      <h1>{t('office.callback.title')}</h1>
      <p className="lead">{t('office.callback.lead')}</p>
      <p>{t('office.callback.blind')}</p>
      <CallbackList campaignId={campaign.id} list={page.list} />
      <CallbackResults whole={page.whole} collectors={page.collectors} fewest={page.fewest} />
      {page.drawable ? <DrawForm typed={refused?.typed ?? {}} errors={errors} /> : null}
      <CallbackDraws draws={page.draws} />
      <p>
        <LinkButton href={`/dot/${campaign.id}/theo-doi`}>{t('office.signs.back')}</LinkButton>
      </p>
    </CampaignPage>
  )
}
