import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { readRegisterDone, readRegisterQuestion } from '#app/http/register.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findRegisterList } from '#app/services/register-list.server.ts'
import { communeInText } from '#app/ui/commune-name.ts'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import {
  FrozenCampaigns,
  HouseholdTable,
  pageAddress,
  RegisterActions,
  RegisterDone,
  RegisterFiles,
  RegisterSearch,
} from '#app/ui/office-register-list.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const { question, typed } = readRegisterQuestion(args.request, args.params.commune ?? '')
  const list = orProblem(await findRegisterList(context, question))
  return { viewer: viewerOf(context.person), typed, done: readRegisterDone(args.request), ...list }
}

export default function Register() {
  const t = useT()
  const { language } = useSite()
  const { viewer, typed, done, commune, villages, households, deeds, collecting } =
    useLoaderData<typeof loader>()
  const address = `/ho/${commune.id}`
  const living = villages.reduce((sum, village) => sum + village.households, 0)
  const asked = typed.search !== '' || typed.village !== 'tat-ca' || typed.standing !== 'dang-o'
  const some = households.total > 0
  return (
    <OfficePage viewer={viewer} section="register">
      <RegisterDone done={done} />
      <h1>{t('office.register.of', { name: communeInText(commune.name, language) })}</h1>
      {villages.length === 0 ? <p className="lead">{t('office.register.noVillages')}</p> : null}
      {living > 0 ? (
        <p className="lead">
          {t('office.register.list.lead', { households: living, villages: villages.length })}
        </p>
      ) : null}
      {villages.length === 0 ? null : <RegisterActions address={address} deeds={deeds} some={living > 0} />}
      {living > 0 || asked ? <RegisterSearch address={address} typed={typed} villages={villages} /> : null}
      {some ? (
        <>
          <HouseholdTable
            address={address}
            households={households.rows}
            mixed={typed.standing === 'tat-ca'}
          />
          <Pager {...households} hrefOf={pageAddress(address, typed)} />
        </>
      ) : null}
      {!some && asked ? <p>{t('office.register.list.none')}</p> : null}
      {!some && !asked && villages.length > 0 ? <p>{t('office.register.list.empty')}</p> : null}
      <FrozenCampaigns campaigns={collecting} />
      {living > 0 ? <RegisterFiles address={address} /> : null}
    </OfficePage>
  )
}
