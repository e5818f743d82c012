import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '#app/http/access.server.ts'
import { type Fields, faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import {
  findSigning,
  recordSigning,
  type SigningFault,
  signingSchema,
} from '#app/services/minutes-signing.server.ts'
import { villageInText } from '#app/ui/commune-name.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrors } from '#app/ui/form-errors.ts'
import { Notice } from '#app/ui/notice.tsx'
import { SigningForm, SigningRecords } from '#app/ui/office-minutes-signing.tsx'
import { CampaignPage, officeTitle } from '#app/ui/office-page.tsx'
import type { PageHandle } from '#app/ui/page.ts'
import { useSite, useT } from '#app/ui/site.tsx'

export const handle: PageHandle = { frame: 'office' }

export const meta = officeTitle('office.minutes.sign.title')

const placeIn = ({ params }: Pick<LoaderFunctionArgs, 'params'>) => ({
  campaignId: params.id ?? '',
  villageId: params.village ?? '',
})

export const loader = async (args: LoaderFunctionArgs) => {
  const context = await signedIn(args)
  const desk = orProblem(await findSigning(context, placeIn(args)))
  const done = new URL(args.request.url).searchParams.get('xong') === 'ky'
  return { viewer: viewerOf(context.person), done, ...desk }
}

/** Where each fault is mended; what stands nowhere ends on a page of its own. */
const fieldOf: { readonly [fault in SigningFault]?: string } = {
  'minutes-day-before-closing': 'signedOn',
  'minutes-day-future': 'signedOn',
  'dossier-file-large': 'scan',
  'dossier-file-empty': 'scan',
  'dossier-file-differs': 'scan',
  'minutes-scan-kind': 'scan',
}

const scanIn = async (fields: Fields) => {
  const file = fields.file('scan')
  return file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

export const action = async (args: ActionFunctionArgs) => {
  const context = await signedIn(args)
  const place = placeIn(args)
  const fields = await readFields(args.request)
  const names = ['signedOn', 'head', 'secretary', 'witness', 'others']
  const read = signingSchema.safeParse(Object.fromEntries(names.map(name => [name, fields.get(name) ?? ''])))
  if (!read.success) return data({ typed: fields.texts, faults: faultsOf(read.error) }, 422)
  const recorded = await recordSigning(context, place, { form: read.data, scan: await scanIn(fields) })
  const here = `/dot/${place.campaignId}/bien-ban/${encodeURIComponent(place.villageId)}/ky`
  if (recorded.ok) return redirect(`${here}?xong=ky`, 303)
  const field = fieldOf[recorded.error]
  if (!field) return problem(recorded.error)
  return data({ typed: fields.texts, faults: { [field]: recorded.error } }, statusOf(recorded.error))
}

export default function MinutesSigning() {
  const t = useT()
  const { language } = useSite()
  const { viewer, done, campaign, village, records, closedOn, today, mayRecord } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  const base = `/dot/${campaign.id}/bien-ban/${encodeURIComponent(village.villageId)}`
  const holds = records.find(one => one.version === campaign.version)
  const standing = holds && {
    ...{ signedOn: holds.signedOn, head: holds.head, secretary: holds.secretary },
    ...{ witness: holds.witness, others: holds.others },
  }
  const isLocked = campaign.state === 'verified' || campaign.state === 'filed'
  return (
    <CampaignPage viewer={viewer} campaign={campaign} here="/bien-ban">
      <ErrorSummary errors={errors} />
      {done && !refused ? <Notice kind="success">{t('office.minutes.sign.recorded')}</Notice> : null}
      <h1>{t('office.minutes.sign.of', { village: villageInText(village.name, language) })}</h1>
      <p className="lead">{t('office.minutes.sign.lead')}</p>
      <SigningRecords records={records} version={campaign.version} base={base} />
      {mayRecord ? (
        <SigningForm
          typed={refused?.typed ?? standing ?? {}}
          errors={errors}
          days={{ closedOn, today }}
          again={holds !== undefined}
        />
      ) : null}
      {isLocked ? <p className="hint">{t('office.minutes.sign.locked')}</p> : null}
      <p>
        <a className="tap" href={`/dot/${campaign.id}/bien-ban`}>
          {t('office.minutes.sign.back')}
        </a>
      </p>
    </CampaignPage>
  )
}
