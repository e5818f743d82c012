import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { placeOf, readRegisterDone } from '#app/http/register.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { returnHousehold } from '#app/services/register-edit.server.ts'
import { findHouseholdFile } from '#app/services/register-list.server.ts'
import { officeTitle } from '#app/ui/office-page.tsx'
import { HouseholdActions, HouseholdFacts, HouseholdSlots } from '#app/ui/office-register-household.tsx'
import { RegisterDone } from '#app/ui/office-register-list.tsx'
import { RegisterPage } from '#app/ui/office-register-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.about.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const file = orProblem(await findHouseholdFile(context, placeOf(args)))
  return { viewer: viewerOf(context.person), done: readRegisterDone(args.request), ...file }
}

/** The page's one button takes the household back: it undoes moving out and merging. */
export const action = async (args: ActionFunctionArgs) => {
  const place = placeOf(args)
  orProblem(await returnHousehold(await signedIn(args), place))
  return redirect(`/ho/${place.communeId}/${place.householdId}?xong=ve-lai`, 303)
}

export default function HouseholdFile() {
  const t = useT()
  const { viewer, done, commune, household, slots, deeds } = useLoaderData<typeof loader>()
  return (
    <RegisterPage viewer={viewer} commune={commune}>
      <RegisterDone done={done} />
      <h1>{t('office.register.about.of', { name: household.name })}</h1>
      <p className="lead">{t('office.register.about.lead')}</p>
      <HouseholdFacts household={household} commune={commune} />
      {deeds.includes('register.edit') ? (
        <HouseholdActions
          address={`/ho/${commune.id}/${household.id}`}
          household={household}
          communeId={commune.id}
        />
      ) : null}
      <h2>{t('office.register.about.slots')}</h2>
      <HouseholdSlots slots={slots} />
      <p className="soft screen-only">{t('office.register.about.print')}</p>
    </RegisterPage>
  )
}
