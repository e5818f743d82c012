import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { languageDone, saveLanguage } from '#app/http/languages.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findLanguagePage } from '#app/services/languages.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { ClipForm, ContentsPanel, MissingPanel, SheetPanel } from '#app/ui/office-language.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.languages.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const page = orProblem(await findLanguagePage(context, args.params.language ?? ''))
  return { viewer: viewerOf(context.person), done: languageDone(args.request), ...page }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  return saveLanguage(context, args.params.language ?? '', await readFields(args.request))
}

export default function Language() {
  const t = useT()
  const site = useSite()
  const { viewer, done, language, questionnaire, missing, editable, translated } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const { contents } = questionnaire
  return (
    <OfficePage
      viewer={viewer}
      section="languages"
      breadcrumb={[{ href: '/ngon-ngu', label: t('office.languages.title') }]}
    >
      <ErrorSummary errors={errors} />
      {done && errors.length === 0 ? (
        <Notice kind="success">
          <p>{t(`office.languages.done.${done}`)}</p>
        </Notice>
      ) : null}
      <h1>
        <span lang={language.tag}>{language.name}</span> ({language.tag})
      </h1>
      <p className="lead">
        {t('office.languages.of', { name: questionnaire.name[site.language], area: language.areaName })}
      </p>
      {editable ? null : (
        <Notice>
          <p>{t('office.languages.readOnly', { area: language.areaName })}</p>
        </Notice>
      )}
      <MissingPanel missing={missing} />
      {translated ? (
        <SheetPanel {...{ editable, errors }} languageId={language.id} problems={refused?.problems ?? []} />
      ) : null}
      {editable ? <ClipForm {...{ contents, errors }} typed={refused?.content} /> : null}
      <ContentsPanel {...{ contents, language, translated, editable }} />
      {editable ? (
        <p>
          <a className="tap" href={`/ngon-ngu/${language.id}/xoa`}>
            {t('office.languages.remove')}
          </a>
        </p>
      ) : null}
    </OfficePage>
  )
}
