import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { letterSchema } from '#app/feedback/letter.ts'
import { systemOf } from '#app/http/access.server.ts'
import { faultsOf, readFields } from '#app/http/form.server.ts'
import { orProblem, problem, statusOf } from '#app/http/problems.server.ts'
import { findLetterbox, type LetterFault, sendLetter } from '#app/services/letters.server.ts'
import { useErrors } from '#app/ui/form-errors.ts'
import { Letterbox, LetterSent, trapField } from '#app/ui/letterbox.tsx'
import { type PageHandle, titled } from '#app/ui/page.ts'
import { ResidentFrame } from '#app/ui/resident-frame.tsx'

export const handle: PageHandle = { frame: 'resident' }

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta = titled('letters.title')

export const loader = async ({ params, request, context }: LoaderFunctionArgs) => {
  const sent = new URL(request.url).searchParams.get('xong') === 'gui'
  const { campaign, questionnaire, villages } = orProblem(
    await findLetterbox(systemOf(context), params.campaign ?? ''),
  )
  return { sent, campaignId: campaign.id, campaignName: campaign.name, questionnaire, villages }
}

/** Where each fault is mended; what stands nowhere ends on a page of its own. */
const fieldOf: { readonly [fault in LetterFault]?: string } = {
  'village-unknown': 'villageId',
  'content-unknown': 'content',
  'letterbox-busy': 'body',
}

export const action = async ({ params, request, context }: ActionFunctionArgs) => {
  const { get, texts } = await readFields(request)
  const done = redirect(`/gop-y/${params.campaign}?xong=gui`, 303)
  // A program that fills in what nobody sees is told what a person is told.
  if (get(trapField)) return done
  const read = letterSchema.safeParse({
    villageId: get('villageId') ?? '',
    content: get('content') ?? '',
    body: get('body') ?? '',
  })
  if (!read.success) return data({ typed: texts, faults: faultsOf(read.error) }, 422)
  const sent = await sendLetter(systemOf(context), params.campaign ?? '', read.data)
  if (sent.ok) return done
  const field = fieldOf[sent.error]
  if (!field) return problem(sent.error)
  const status = sent.error === 'letterbox-busy' ? statusOf(sent.error) : 422
  return data({ typed: texts, faults: { [field]: sent.error } }, status)
}

export default function OpenLetterbox() {
  const { sent, campaignId, ...box } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errors = useErrors(refused?.faults)
  return (
    <ResidentFrame>
      {sent && !refused ? (
        <LetterSent campaignId={campaignId} />
      ) : (
        <Letterbox {...box} typed={refused?.typed ?? {}} errors={errors} />
      )}
    </ResidentFrame>
  )
}
