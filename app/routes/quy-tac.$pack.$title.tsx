import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { type Fields, readFields } from '#app/http/form.server.ts'
import { orProblem, problem } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { confirmRule, findConfirmFaults, findRulesHistory } from '#app/services/rules.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { OfficePage, officeTitle } from '#app/ui/office-page.tsx'
import { BasisBadge } from '#app/ui/office-rules.tsx'
import { ConfirmForms } from '#app/ui/office-rules-form.tsx'
import { RulesVersions } from '#app/ui/office-rules-history.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { RulesTable } from '#app/ui/rules-table.tsx'
import { useT } from '#app/ui/site.tsx'
import { readRuleValue } from '#app/verdict/confirm.ts'
import { type RuleKey, ruleKeys } from '#app/verdict/rules.ts'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.rules.title')

const idOf = ({ params }: LoaderFunctionArgs): string => `${params.pack}/${params.title}`

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const history = orProblem(await findRulesHistory(context, idOf(args)))
  const done = new URL(args.request.url).searchParams.get('xong') === 'xac-nhan'
  return { viewer: viewerOf(context.person), done, ...history }
}

/** At which field of the form a refusal is said; the others end in a page of their own. */
const fieldOf: { readonly [code: string]: string } = {
  'document-missing': 'document',
  'date-invalid': 'date',
  'value-missing': 'value',
  'value-invalid': 'value',
}

/** The value as typed, null for a requirement the document does not set, undefined where nothing was typed. */
const valueIn = (fields: Fields, key: RuleKey): string | number | null | undefined => {
  if (fields.get(`none.${key}`) === 'yes') return null
  const text = fields.get(`value.${key}`)?.trim() ?? ''
  return text === '' ? undefined : readRuleValue(key, text)
}

const refuse = (fields: Fields, key: RuleKey, codes: readonly string[]) => {
  const faults = Object.fromEntries(codes.map(code => [`${fieldOf[code] ?? 'value'}.${key}`, code]))
  return data({ typed: fields.texts, faults }, { status: 422 })
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const key = ruleKeys.find(one => one === fields.get('key'))
  if (!key) return problem('form-unreadable')
  const value = valueIn(fields, key)
  const request = {
    ...{ id: idOf(args), key, value },
    version: Number(fields.get('version')),
    document: fields.get(`document.${key}`) ?? '',
    date: fields.get(`date.${key}`) ?? '',
  }
  if (value !== undefined) {
    const confirmed = await confirmRule(context, request)
    if (confirmed.ok) return redirect(`/quy-tac/${confirmed.value.id}?xong=xac-nhan`, 303)
    if (!Object.hasOwn(fieldOf, confirmed.error)) return problem(confirmed.error)
  }
  const faults = orProblem(await findConfirmFaults(context, request))
  // Emptied by hand: the standing value is not confirmed by silence.
  return refuse(fields, key, value === undefined ? [...faults, 'value-missing'] : faults)
}

export default function Pack() {
  const t = useT()
  const { viewer, done, rules, versions, mayConfirm } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const title = t(`term.title.${rules.title}`)
  return (
    <OfficePage
      viewer={viewer}
      section="rules"
      breadcrumb={[{ href: '/quy-tac', label: t('office.rules.title') }]}
    >
      <ErrorSummary errors={errors} />
      {done && !refused ? (
        <Notice kind="success">
          <p>{t('office.rules.done')}</p>
        </Notice>
      ) : null}
      <h1>{t('results.verdict.rules', { pack: rules.packName, title })}</h1>
      <p>
        <BasisBadge rules={rules} />
      </p>
      <p>{t('office.rules.keeps')}</p>
      <RulesTable rules={rules} caption={t('office.rules.values', { version: rules.version })} />
      {mayConfirm ? (
        <ConfirmForms rules={rules} typed={refused?.typed} errors={errors} />
      ) : (
        <p>{t('office.rules.onlyProvince')}</p>
      )}
      <RulesVersions versions={versions} />
    </OfficePage>
  )
}
