import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { languageDone } from '#app/http/languages.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { type AddingFault, addLanguage, findLanguageDesk } from '#app/services/languages.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { LanguageForm, LanguageLists } from '#app/ui/office-languages.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.languages.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findLanguageDesk(context))
  return { viewer: viewerOf(context.person), done: languageDone(args.request), ...desk }
}

/** Where each fault is mended. */
const fieldOf: { readonly [fault in AddingFault]?: string } = {
  'questionnaire-unknown': 'questionnaireId',
  'language-tag-unreadable': 'tag',
  'language-taken': 'tag',
  'language-name-missing': 'name',
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const { get, texts } = await readFields(args.request)
  const form = {
    questionnaireId: get('questionnaireId') ?? '',
    tag: get('tag') ?? '',
    name: get('name') ?? '',
  }
  const added = await addLanguage(context, form)
  if (added.ok) return redirect(`/ngon-ngu/${added.value}?xong=them-ngon-ngu`, 303)
  const field = fieldOf[added.error]
  if (!field) return problem(added.error)
  return data({ typed: texts, faults: { [field]: added.error } }, 422)
}

export default function Languages() {
  const t = useT()
  const { viewer, done, areaName, questionnaires, languages } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <OfficePage viewer={viewer} section="languages">
      <ErrorSummary errors={errors} />
      {done && errors.length === 0 ? (
        <Notice kind="success">
          <p>{t(`office.languages.done.${done}`)}</p>
        </Notice>
      ) : null}
      <h1>{t('office.languages.title')}</h1>
      <p className="lead">{t('office.languages.lead')}</p>
      <LanguageLists questionnaires={questionnaires} languages={languages} />
      <LanguageForm {...{ areaName, questionnaires, errors }} typed={refused?.typed ?? {}} />
    </OfficePage>
  )
}
