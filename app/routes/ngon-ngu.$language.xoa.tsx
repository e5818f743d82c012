import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findLanguagePage, removeLanguage } from '#app/services/languages.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.languages.remove')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { language, editable } = orProblem(await findLanguagePage(context, args.params.language ?? ''))
  if (!editable) return problem('forbidden')
  return { viewer: viewerOf(context.person), id: language.id, name: language.name }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  orProblem(await removeLanguage(context, args.params.language ?? ''))
  return redirect('/ngon-ngu?xong=xoa-ngon-ngu', 303)
}

export default function RemoveLanguage() {
  const t = useT()
  const { viewer, id, name } = useLoaderData<typeof loader>()
  return (
    <OfficePage
      viewer={viewer}
      section="languages"
      breadcrumb={[
        { href: '/ngon-ngu', label: t('office.languages.title') },
        { href: `/ngon-ngu/${id}`, label: name },
      ]}
    >
      <h1>{t('office.languages.removeTitle', { name })}</h1>
      <p className="lead">{t('office.languages.removeLead')}</p>
      <form method="post" className="actions">
        <SubmitButton kind="danger">{t('office.languages.removeYes')}</SubmitButton>
        <LinkButton href={`/ngon-ngu/${id}`}>{t('office.languages.removeNo')}</LinkButton>
      </form>
    </OfficePage>
  )
}
