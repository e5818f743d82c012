import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { batchPlace, shownDesk } from '#app/http/batches.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findStanding } from '#app/services/batches-households.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { AnsweredMeanwhile, BatchStanding, StageBadge, useBatchName } from '#app/ui/office-batch.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.batch.title')

const dones = ['lap', 'ho', 'khac', 'chot'] as const

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findStanding(context, batchPlace(args)))
  const asked = new URL(args.request.url).searchParams.get('xong')
  return {
    viewer: viewerOf(context.person),
    ...shownDesk(desk),
    answered: desk.answered,
    done: dones.find(done => done === asked) ?? null,
  }
}

export default function Batch() {
  const t = useT()
  const { viewer, campaign, batch, answered, done } = useLoaderData<typeof loader>()
  const name = useBatchName(batch)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/lo-phieu">
      {done ? (
        <Notice kind="success">
          <p>{t(`office.batch.done.${done}`, { sheets: batch.counts.sheets })}</p>
        </Notice>
      ) : null}
      <h1>{name}</h1>
      <p>
        <StageBadge batch={batch} />
      </p>
      <AnsweredMeanwhile answered={answered} />
      <BatchStanding campaignId={campaign.id} batch={batch} />
      <p>
        <a className="tap" href={`/dot/${campaign.id}/lo-phieu`}>
          {t('office.batch.act.list')}
        </a>
      </p>
    </CampaignPage>
  )
}
