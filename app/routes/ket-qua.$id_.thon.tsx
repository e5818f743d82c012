import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaArgs, useLoaderData } from '@remix-run/react'
import { systemOf } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { findOpenTable } from '#app/services/open-data.server.ts'
import { communeInText } from '#app/ui/commune-name.ts'
import { canonical, languageOf, type PageHandle, pageTitle } from '#app/ui/page.ts'
import { OpenDataLinks, Withheld } from '#app/ui/public-data.tsx'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { ContentChoice, UnitsOfContent } from '#app/ui/public-units.tsx'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'public' }

export const loader = async ({ params, request, context }: LoaderFunctionArgs) => {
  const system = systemOf(context)
  const table = orProblem(await findOpenTable(system, params.id ?? ''))
  const asked = new URL(request.url).searchParams.get('noi-dung')
  const known = table.questionnaire.contents.find(({ key }) => key === asked)
  const content = known?.key ?? 'overall'
  return { ...table, content, publicUrl: system.publicUrl }
}

export const meta = (args: MetaArgs<typeof loader>) => {
  if (!args.data) return []
  const language = languageOf(args)
  const t = translator(language)
  const commune = communeInText(args.data.area, language)
  return [
    { title: pageTitle(t('openData.units.title', { commune })) },
    { name: 'description', content: t('openData.units.lead') },
    canonical(args.data.publicUrl, `/ket-qua/${args.data.id}/thon`),
  ]
}

export default function Villages() {
  const t = useT()
  const { language } = useSite()
  const { id, area, title, withheld, ...table } = useLoaderData<typeof loader>()
  const commune = communeInText(area, language)
  return (
    <PublicFrame wide back={{ href: `/ket-qua/${id}`, label: t('publicPages.title', { commune }) }}>
      <h1>{t('openData.units.title', { commune })}</h1>
      <p className="lead">{t(`term.title.${title}`)}</p>
      {withheld ? (
        <Withheld reason={withheld} jointHref={null} />
      ) : (
        <>
          <p>{t('openData.units.lead')}</p>
          <ContentChoice {...table} />
          <UnitsOfContent {...table} threshold={null} unit="village" />
        </>
      )}
      <OpenDataLinks page={`/ket-qua/${id}`} />
    </PublicFrame>
  )
}
