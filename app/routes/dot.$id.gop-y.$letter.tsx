import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { answerLetter, findLetterToAnswer, markLetterRead } from '#app/services/letters-desk.server.ts'
import { answerSchema } from '#app/services/posting-form.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { LetterText } from '#app/ui/office-letters.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'
import { TextArea } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('letters.letter.title')

const placeOf = ({ params }: LoaderFunctionArgs) => ({
  campaignId: params.id ?? '',
  letterId: params.letter ?? '',
})

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  return { viewer: viewerOf(context.person), ...orProblem(await findLetterToAnswer(context, placeOf(args))) }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const place = placeOf(args)
  const fields = await readFields(args.request)
  if (fields.get('viec') === 'doc') {
    orProblem(await markLetterRead(context, place))
    return redirect(`/dot/${place.campaignId}/gop-y?xong=doc`, 303)
  }
  const read = answerSchema.safeParse(fields.texts)
  if (!read.success) return data({ typed: fields.texts, faults: faultsOf(read.error) }, 422)
  orProblem(await answerLetter(context, place, read.data.answer))
  return redirect(`/dot/${place.campaignId}/gop-y?xong=tra-loi`, 303)
}

export default function Letter() {
  const t = useT()
  const { viewer, campaign, questionnaire, letter } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/gop-y">
      <ErrorSummary errors={errors} />
      <h1>{t('letters.letter.title')}</h1>
      <Panel title={t('letters.body')}>
        <LetterText letter={letter} questionnaire={questionnaire} />
      </Panel>
      {letter.state === 'new' ? (
        <form method="post">
          <SubmitButton kind="secondary" name="viec" value="doc">
            {t('letters.letter.markRead')}
          </SubmitButton>
        </form>
      ) : null}
      <form method="post" action="#can-sua">
        <TextArea
          name="answer"
          label={t('letters.letter.answer')}
          hint={t('letters.letter.answerHint')}
          value={refused?.typed.answer ?? letter.answer ?? ''}
          error={errorOf(errors, 'answer')}
        />
        <SubmitButton>{t('letters.letter.save')}</SubmitButton>
      </form>
      <p>
        <a className="tap" href={`/dot/${campaign.id}/gop-y`}>
          {t('letters.letter.back')}
        </a>
      </p>
    </CampaignPage>
  )
}
