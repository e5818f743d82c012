import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readSaved, requireDeed } from '#app/http/administration.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { createVillages } from '#app/services/areas.server.ts'
import { findAreaView } from '#app/services/areas-tree.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Saved } from '#app/ui/office-admin.tsx'
import { AreaList } from '#app/ui/office-areas.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { Panel } from '#app/ui/panel.tsx'
import { useT } from '#app/ui/site.tsx'
import { TextArea } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.communeTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  const { area, parts } = orProblem(await findAreaView(context, args.params.id ?? ''))
  if (area.kind !== 'commune') return problem('area-unknown')
  return {
    viewer: viewerOf(context.person),
    commune: { name: area.name, current: area.validTo === null },
    villages: parts,
    saved: readSaved(args.request),
  }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  const { texts } = await readFields(args.request)
  const { names = '' } = texts
  const communeId = args.params.id ?? ''
  const made = await createVillages(context, { communeId, names: names.split(/\r?\n/) })
  if (made.ok) return redirect(`/quan-tri/xa/${communeId}?xong=thon`, 303)
  if (['forbidden', 'area-unknown', 'area-ended'].includes(made.error)) return problem(made.error)
  const code = names.trim() ? made.error : 'area-name-missing'
  return data({ faults: { names: code }, names }, { status: 422 })
}

export default function CommuneVillages() {
  const t = useT()
  const { viewer, commune, villages, saved } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[
        { href: '/quan-tri', label: t('office.section.administration') },
        { href: '/quan-tri/dia-ban', label: t('office.areas.title') },
      ]}
    >
      <ErrorSummary errors={errors} />
      {saved && !refused ? <Saved what={saved} /> : null}
      <h1>{t('office.admin.villageList', { commune: commune.name })}</h1>
      {villages.length === 0 ? (
        <p className="lead">{t('office.admin.noVillages')}</p>
      ) : (
        <AreaList kind="village" areas={villages} />
      )}
      {commune.current ? (
        <Panel title={t('office.admin.addVillages')}>
          <form method="post">
            <TextArea
              name="names"
              label={t('office.admin.names')}
              hint={t('office.admin.namesHint')}
              value={refused?.names}
              error={errorOf(errors, 'names')}
              rows={10}
            />
            <SubmitButton>{t('office.admin.addVillages')}</SubmitButton>
          </form>
        </Panel>
      ) : null}
    </OfficePage>
  )
}
