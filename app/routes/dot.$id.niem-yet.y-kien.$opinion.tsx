import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { answerSchema } from '#app/services/posting-form.server.ts'
import { answerOpinion, findOpinion } from '#app/services/posting-opinions.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { OpinionText } from '#app/ui/office-posting-opinions.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'
import { TextArea } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.posting.answerTitle')

const placeOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  opinionId: params.opinion ?? '',
})

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { campaign, opinion } = orProblem(await findOpinion(context, placeOf(args)))
  return { viewer: viewerOf(context.person), campaign, opinion }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const read = answerSchema.safeParse(fields.texts)
  if (!read.success) return data({ typed: fields.texts, faults: faultsOf(read.error) }, 422)
  const place = placeOf(args)
  orProblem(await answerOpinion(context, place, read.data.answer))
  return redirect(`/dot/${place.campaignId}/niem-yet?xong=tra-loi`, 303)
}

export default function AnswerOpinion() {
  const t = useT()
  const { viewer, campaign, opinion } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/niem-yet">
      <ErrorSummary errors={errors} />
      <h1>{t('office.posting.answerTitle')}</h1>
      <Panel title={t('office.posting.content')}>
        <OpinionText opinion={opinion} />
      </Panel>
      <form method="post" action="#can-sua">
        <TextArea
          name="answer"
          label={t('office.posting.answer')}
          value={refused?.typed.answer ?? opinion.answer ?? ''}
          error={errorOf(errors, 'answer')}
        />
        <SubmitButton>{t('office.posting.answerSave')}</SubmitButton>
      </form>
      <p>
        <a className="tap" href={`/dot/${campaign.id}/niem-yet`}>
          {t('office.posting.back')}
        </a>
      </p>
    </CampaignPage>
  )
}
