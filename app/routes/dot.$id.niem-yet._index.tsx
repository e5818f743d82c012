import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { may } from '#app/account/permission.ts'
import { readPage } from '#app/basics/paging.ts'
import { signedIn } from '#app/http/access.server.ts'
import { type Fields, faultsOf, readFields } from '#app/http/form.server.ts'
import { savePosting } from '#app/http/posting.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { findPostingDesk } from '#app/services/posting.server.ts'
import { opinionSchema } from '#app/services/posting-form.server.ts'
import { recordOpinion } from '#app/services/posting-opinions.server.ts'
import { communeInText } from '#app/ui/commune-name.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { PostingEnd, PostingSummary } from '#app/ui/office-posting.tsx'
import { PostingForm, standingForm } from '#app/ui/office-posting-form.tsx'
import { OpinionForm, OpinionList } from '#app/ui/office-posting-opinions.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.posting.title')

const opinionsOnPage = 20

/** What has just been done, as redirects say it. */
const notices = {
  'bat-dau': 'office.posting.done.posted',
  sua: 'office.posting.done.corrected',
  'y-kien': 'office.posting.done.opinion',
  'tra-loi': 'office.posting.done.answered',
  'ket-thuc': 'office.posting.done.submitted',
} as const

const readDone = (done: string | null) =>
  done !== null && Object.hasOwn(notices, done) ? notices[done as keyof typeof notices] : null

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const query = new URL(args.request.url).searchParams
  const slice = { page: readPage(query.get('trang')), size: opinionsOnPage }
  const desk = orProblem(await findPostingDesk(context, args.params.id ?? '', slice))
  const mayEdit = may(context.person, 'posting.edit', desk.campaign.communePath)
  return { viewer: viewerOf(context.person), done: readDone(query.get('xong')), mayEdit, ...desk }
}

const saveOpinion = async (context: Context, campaignId: string, fields: Fields) => {
  const read = opinionSchema.safeParse(fields.texts)
  if (!read.success) return data({ typed: fields.texts, faults: faultsOf(read.error) }, 422)
  const recorded = await recordOpinion(context, campaignId, read.data)
  if (recorded.ok) return redirect(`/dot/${campaignId}/niem-yet?xong=y-kien`, 303)
  if (recorded.error !== 'opinion-day-outside') return problem(recorded.error)
  return data({ typed: fields.texts, faults: { receivedOn: recorded.error } }, 422)
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const campaignId = args.params.id ?? ''
  return fields.get('viec') === 'y-kien'
    ? saveOpinion(context, campaignId, fields)
    : savePosting(context, { campaignId, done: 'bat-dau' }, fields)
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

const Posted = ({ page }: { readonly page: Page }) => {
  const t = useT()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const { campaign, posting, standing, opinions, unanswered, rule, today } = page
  if (!posting || !standing) return null
  const editable = page.mayEdit && (campaign.state === 'posted' || campaign.state === 'returned')
  const at = { campaignId: campaign.id, standing, unanswered }
  return (
    <>
      <PostingSummary {...at} {...{ posting, editable }} villages={page.villages} source={rule.source} />
      <Panel title={t('office.posting.opinions')}>
        <p>{t('office.posting.opinionsLead')}</p>
        <OpinionList {...at} {...{ opinions, editable }} />
        {page.mayEdit && campaign.state === 'posted' ? <PostingEnd {...at} /> : null}
      </Panel>
      {editable && standing.kind !== 'ahead' ? (
        <OpinionForm typed={refused?.typed ?? {}} errors={errors} startsOn={posting.startsOn} today={today} />
      ) : null}
    </>
  )
}

const Start = ({ page }: { readonly page: Page }) => {
  const t = useT()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const { language } = useSite()
  const { campaign, rule, villages, today } = page
  if (!page.mayEdit) return null
  const contact = t('resident.front', { commune: communeInText(campaign.communeName, language) })
  const fresh = { today, villages, contact }
  return (
    <Panel title={t('office.posting.start')}>
      <PostingForm
        typed={refused?.typed ?? standingForm(null, fresh)}
        {...{ rule, villages, errors }}
        submit={t('office.posting.save')}
      />
    </Panel>
  )
}

export default function Posting() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const errors = useErrors(useActionData<typeof action>()?.faults)
  return (
    <CampaignPage viewer={page.viewer} campaign={page.campaign} here="/niem-yet">
      <ErrorSummary errors={errors} />
      {page.done && errors.length === 0 ? (
        <Notice kind="success">
          <p>{t(page.done)}</p>
        </Notice>
      ) : null}
      <h1>{t('office.posting.title')}</h1>
      <p className="lead">{t('office.posting.lead')}</p>
      {page.posting ? <Posted page={page} /> : <Start page={page} />}
    </CampaignPage>
  )
}
