import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaArgs, useLoaderData } from '@remix-run/react'
import { collectingDays } from '#app/campaign/collecting-days.ts'
import { systemOf } from '#app/http/access.server.ts'
import { offeredVerdicts, readPublicQuestion } from '#app/http/public-list.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { findPublicList } from '#app/services/public-list.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { canonical, languageOf, type PageHandle, pageTitle } from '#app/ui/page.ts'
import { Pager } from '#app/ui/pager.tsx'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { GroupsChart, GroupsTable } from '#app/ui/public-groups.tsx'
import { isAsked, RoundSearch, RoundTable, roundsAddress } from '#app/ui/public-list.tsx'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const system = systemOf(context)
  const { question, typed, slice } = readPublicQuestion(request)
  const { campaigns, ...list } = await findPublicList(system, question, slice)
  const rows = campaigns.rows.map(one => {
    const { id, title, communeName, jointId, verdict, coverage, overall } = one
    const { startsOn, endsOn } = collectingDays(one)
    const told = { id, title, communeName, jointId, verdict, coverage, overall }
    return { ...told, startsOn, endsOn, closedOn: endsOn }
  })
  return {
    ...{ ...list, campaigns: { ...campaigns, rows } },
    ...{ typed, verdicts: offeredVerdicts, publicUrl: system.publicUrl },
  }
}

export const meta = (args: MetaArgs<typeof loader>) => {
  if (!args.data) return []
  const t = translator(languageOf(args))
  return [
    { title: pageTitle(t('publicPages.listTitle')) },
    { name: 'description', content: t('province.description') },
    canonical(args.data.publicUrl, '/ket-qua'),
  ]
}

/** What else there is: two rounds side by side, joint rounds, the method, the file of all rounds. */
const Ways = ({ joints, some }: { readonly joints: number; readonly some: boolean }) => {
  const t = useT()
  return (
    <p className="actions">
      {some ? <LinkButton href="/so-sanh">{t('compare.link')}</LinkButton> : null}
      {joints > 0 ? <LinkButton href="/ket-qua/nhieu-xa">{t('province.jointLink')}</LinkButton> : null}
      <LinkButton href="/phuong-phap">{t('methodPage.title')}</LinkButton>
      {some ? (
        <LinkButton href="/ket-qua/so-lieu.csv" download>
          {t('province.file')}
        </LinkButton>
      ) : null}
    </p>
  )
}

export default function Results() {
  const t = useT()
  const { campaigns, groups, years, joints, typed, verdicts } = useLoaderData<typeof loader>()
  const asked = isAsked(typed)
  const some = campaigns.total > 0
  return (
    <PublicFrame wide>
      <h1>{t('publicPages.listTitle')}</h1>
      {some || asked ? (
        <p className="lead">{t('publicPages.listLead')}</p>
      ) : (
        <Notice>
          <p>{t('publicPages.empty')}</p>
        </Notice>
      )}
      <Ways joints={joints} some={some} />
      {some || asked ? <RoundSearch typed={typed} years={years} verdicts={verdicts} /> : null}
      {some ? (
        <>
          <RoundTable rounds={campaigns.rows} />
          <Pager {...campaigns} hrefOf={roundsAddress(typed)} />
          <h2>{t('province.groupsTitle')}</h2>
          <p>{t('province.groupsLead')}</p>
          <GroupsChart groups={groups} />
          <GroupsTable groups={groups} />
        </>
      ) : null}
      {!some && asked ? <p>{t('province.none')}</p> : null}
    </PublicFrame>
  )
}
