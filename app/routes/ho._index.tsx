import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { orProblem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { formatInteger } from '#app/i18n/format.ts'
import { findRegisters } from '#app/services/register-list.server.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.title')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const registers = orProblem(await findRegisters(context))
  const [only, another] = registers
  if (only && !another) throw redirect(`/ho/${only.id}`, 303)
  return { viewer: viewerOf(context.person), registers }
}

export default function Registers() {
  const t = useT()
  const { language } = useSite()
  const { viewer, registers } = useLoaderData<typeof loader>()
  return (
    <OfficePage viewer={viewer} section="register">
      <h1>{t('office.register.title')}</h1>
      <p className="lead">
        {t(registers.length === 0 ? 'office.register.noCommunes' : 'office.register.chooseCommune')}
      </p>
      {registers.length === 0 ? null : (
        <DataTable
          caption={t('office.register.title')}
          captionHidden
          columns={[
            { header: t('office.register.commune'), cell: one => <a href={`/ho/${one.id}`}>{one.name}</a> },
            {
              header: t('office.register.households'),
              cell: one => formatInteger(one.households, language),
              numeric: true,
            },
          ]}
          rows={registers}
          rowKey={one => one.id}
        />
      )}
    </OfficePage>
  )
}
