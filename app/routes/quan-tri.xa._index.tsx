import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireDeed } from '#app/http/administration.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { createCommune, findAreas } from '#app/services/areas.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/choice-field.tsx'
import { ErrorSummary, errorOf } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.admin.addCommuneTitle')

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  return { viewer: viewerOf(context.person), provinces: await findAreas(context, 'province') }
}

/** Which box each refusal is about; any other ends in a page of its own. */
const boxes: { readonly [code: string]: string } = {
  'area-unknown': 'provinceId',
  'area-code-unreadable': 'code',
  'area-taken': 'code',
  'area-name-missing': 'name',
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await requireDeed(args, 'area.manage')
  const { texts } = await readFields(args.request)
  const { code = '', name = '', provinceId = '' } = texts
  const made = await createCommune(context, { code, name, provinceId })
  if (made.ok) return redirect(`/quan-tri/xa/${made.value}?xong=xa`, 303)
  const box = boxes[made.error]
  return box ? data({ faults: { [box]: made.error }, texts }, { status: 422 }) : problem(made.error)
}

export default function NewCommune() {
  const t = useT()
  const { viewer, provinces } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const field = (name: string) => ({ name, value: refused?.texts[name], error: errorOf(errors, name) })
  return (
    <OfficePage
      viewer={viewer}
      section="administration"
      breadcrumb={[{ href: '/quan-tri', label: t('office.section.administration') }]}
    >
      <ErrorSummary errors={errors} />
      <h1>{t('office.admin.addCommuneTitle')}</h1>
      <form method="post">
        <SelectField
          {...field('provinceId')}
          value={provinces[0]?.id}
          label={t('office.admin.province')}
          options={provinces.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          {...field('code')}
          label={t('office.admin.communeCode')}
          hint={t('office.admin.communeCodeHint')}
          inputMode="numeric"
          width="short"
        />
        <TextField
          {...field('name')}
          label={t('office.admin.communeName')}
          hint={t('office.admin.communeNameHint')}
        />
        <SubmitButton>{t('office.admin.addCommune')}</SubmitButton>
      </form>
    </OfficePage>
  )
}
