import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { type Fields, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import type { Context } from '#app/services/context.server.ts'
import { findPlanned } from '#app/services/plan.server.ts'
import { checkRegister, confirmRegister, findRegister } from '#app/services/register.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary, type FormError } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { HouseholdsTable } from '#app/ui/office-draft.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import { RegisterCheck } from '#app/ui/office-register.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.register.title')

const readSaved = (request: Request) => {
  const query = new URL(request.url).searchParams
  const [added, known] = [Number(query.get('moi')), Number(query.get('cu'))]
  return query.has('moi') && Number.isInteger(added) && Number.isInteger(known) ? { added, known } : null
}

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const id = args.params.id ?? ''
  const desk = orProblem(await findRegister(context, id))
  const campaign = orProblem(await findPlanned(context, id))
  return { viewer: viewerOf(context.person), campaign, saved: readSaved(args.request), ...desk }
}

const confirm = async (context: Context, campaignId: string, importId: string) => {
  const { added, known } = orProblem(await confirmRegister(context, { campaignId, importId }))
  return redirect(`/dot/${campaignId}/danh-sach?moi=${added}&cu=${known}`, 303)
}

/** What ends in a page of its own; everything else is about the file and stays at its box. */
const elsewhere: readonly string[] = ['campaign-unknown', 'forbidden', 'campaign-step-not-now']

const check = async (context: Context, campaignId: string, fields: Fields) => {
  const file = fields.file('file')
  if (!file) return data({ faults: { file: 'file-missing' } }, { status: 422 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const checked = await checkRegister(context, { campaignId, name: file.name, bytes })
  if (checked.ok) return redirect(`/dot/${campaignId}/danh-sach`, 303)
  if (elsewhere.includes(checked.error)) return problem(checked.error)
  return data({ faults: { file: checked.error } }, { status: statusOf(checked.error) })
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const fields = await readFields(args.request)
  const [id, importId] = [args.params.id ?? '', fields.get('importId')]
  return importId === null ? check(context, id, fields) : confirm(context, id, importId)
}

const Choose = ({ again, errors }: { readonly again: boolean; readonly errors: readonly FormError[] }) => {
  const t = useT()
  return (
    <form method="post" encType="multipart/form-data" className="panel">
      <h2>{t(again ? 'office.register.another' : 'office.register.checkTitle')}</h2>
      <FileField
        name="file"
        label={t('office.register.file')}
        hint={t('office.register.fileHint')}
        error={errors[0]?.message}
        accept=".xlsx"
      />
      <SubmitButton kind={again ? 'secondary' : 'primary'}>{t('office.register.check')}</SubmitButton>
    </form>
  )
}

export default function Register() {
  const t = useT()
  const { viewer, campaign, saved, villages, waiting } = useLoaderData<typeof loader>()
  const errors = useErrors(useActionData<typeof action>()?.faults)
  const some = villages.some(village => village.households > 0)
  return (
    <CampaignPage viewer={viewer} campaign={campaign}>
      <ErrorSummary errors={errors} />
      <h1>{t('office.register.title')}</h1>
      {saved ? (
        <Notice kind="success">
          <p>{t('office.register.saved', saved)}</p>
        </Notice>
      ) : null}
      <p className="lead">{t('office.register.lead')}</p>
      {villages.length === 0 ? <p>{t('office.register.noVillages')}</p> : null}
      {waiting ? <RegisterCheck waiting={waiting} /> : null}
      {villages.length === 0 ? null : <Choose again={waiting !== null || some} errors={errors} />}
      {some ? (
        <HouseholdsTable villages={villages} caption={t('office.register.now')} />
      ) : (
        <p className="soft">{t('office.register.nothing')}</p>
      )}
      <p className="actions">
        <LinkButton href={`/dot/${campaign.id}`} kind={saved ? 'primary' : 'secondary'}>
          {t('office.register.back')}
        </LinkButton>
      </p>
    </CampaignPage>
  )
}
