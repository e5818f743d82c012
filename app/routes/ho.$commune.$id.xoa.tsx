import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { placeOf } from '#app/http/register.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { forgetHousehold } from '#app/services/register-edit.server.ts'
import { findHouseholdFile } from '#app/services/register-list.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { officeTitle } from '#app/ui/office-page.tsx'
import { RegisterPage } from '#app/ui/office-register-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.delete.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const file = orProblem(await findHouseholdFile(context, placeOf(args)))
  const { commune, household, deeds, running } = file
  if (!deeds.includes('register.edit')) return problem('forbidden')
  return { viewer: viewerOf(context.person), commune, household, running }
}

export const action = async (args: ActionFunctionArgs) => {
  const place = placeOf(args)
  orProblem(await forgetHousehold(await signedIn(args), place))
  return redirect(`/ho/${place.communeId}?xong=xoa`, 303)
}

export default function DeleteHousehold() {
  const t = useT()
  const { viewer, commune, household, running } = useLoaderData<typeof loader>()
  const back = `/ho/${commune.id}/${household.id}`
  const names = running.map(one => one.name).join('; ')
  return (
    <RegisterPage viewer={viewer} commune={commune} household={household}>
      <h1>{t('office.register.delete.title')}</h1>
      {running.length > 0 ? (
        <Notice kind="warning">
          <p>{t('office.register.delete.running', { names })}</p>
        </Notice>
      ) : (
        <p className="lead">
          {t('office.register.delete.lead', { name: household.name, village: household.villageName })}
        </p>
      )}
      {household.standing === 'active' ? <p>{t('office.register.delete.moveInstead')}</p> : null}
      <form method="post" className="actions">
        {running.length > 0 ? null : (
          <SubmitButton kind="danger">{t('office.register.delete.submit')}</SubmitButton>
        )}
        <LinkButton href={back}>{t('office.register.delete.back')}</LinkButton>
      </form>
    </RegisterPage>
  )
}
