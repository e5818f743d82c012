import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPage } from '#app/basics/paging.ts'
import { letterStates } from '#app/feedback/letter.ts'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findLetterDesk } from '#app/services/letters-desk.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { LetterboxCard, LetterList } from '#app/ui/office-letters.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('letters.desk.title')

const lettersOnPage = 20

const doneKeys = ['doc', 'tra-loi'] as const

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const query = new URL(args.request.url).searchParams
  const slice = { page: readPage(query.get('trang')), size: lettersOnPage }
  const state = letterStates.find(one => one === query.get('loai')) ?? null
  const of = { campaignId: args.params.id ?? '', state }
  const desk = orProblem(await findLetterDesk(context, of, slice))
  const done = doneKeys.find(key => key === query.get('xong')) ?? null
  return { viewer: viewerOf(context.person), done, state, ...desk }
}

export default function Letters() {
  const t = useT()
  const { viewer, done, campaign, link, takes, ...list } = useLoaderData<typeof loader>()
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/gop-y">
      {done ? (
        <Notice kind="success">
          <p>{t(`letters.desk.done.${done}`)}</p>
        </Notice>
      ) : null}
      <h1>{t('letters.desk.title')}</h1>
      <p className="lead">{t('letters.desk.lead')}</p>
      <LetterboxCard campaignId={campaign.id} {...{ link, takes }} />
      <LetterList campaignId={campaign.id} {...list} />
    </CampaignPage>
  )
}
