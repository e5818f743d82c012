import {
  type ActionFunctionArgs,
  data,
  type HeadersArgs,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { type MetaArgs, useActionData, useLoaderData } from '@remix-run/react'
import { normaliseCode } from '#app/basics/readable-code.ts'
import { systemOf } from '#app/http/access.server.ts'
import { answeredAt } from '#app/http/ballot-lane.server.ts'
import { readFields } from '#app/http/form.server.ts'
import { requestTag } from '#app/http/language.server.ts'
import { sameForAll } from '#app/http/page-lane.server.ts'
import { problem, statusOf } from '#app/http/problems.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { contentKeys } from '#app/questionnaire/questionnaire.ts'
import { answerByCode } from '#app/services/ballots.server.ts'
import { findSpoken } from '#app/services/languages-frozen.server.ts'
import { findDoor } from '#app/services/slots.server.ts'
import { draftOf } from '#app/ui/ballot.tsx'
import { languageOf, type PageHandle, pageTitle } from '#app/ui/page.ts'
import { ResidentBallot } from '#app/ui/resident-ballot.tsx'
import { ResidentFrame, type ResidentStage } from '#app/ui/resident-frame.tsx'
import {
  Answered,
  AnsweredBefore,
  Cancelled,
  Closed,
  CountedByHand,
  WrongCode,
} from '#app/ui/resident-states.tsx'

export const handle: PageHandle = { frame: 'resident' }

/** On a shared phone nothing of the last household may come back out of the browser's store. */
export const headers = ({ loaderHeaders }: HeadersArgs) => ({
  'Cache-Control': 'no-store',
  // The page lane keeps what says so, and nothing else: no page with a receipt may reach another household.
  ...(loaderHeaders.has(sameForAll) ? { [sameForAll]: 'yes' } : {}),
})

const longestTyped = 40

const wrongCodes = {
  'code-mistyped': 'mistyped',
  'code-unknown': 'unknown',
  'code-replaced': 'replaced',
} as const

export const loader = async ({ params, request, context }: LoaderFunctionArgs) => {
  const typed = params.code ?? ''
  const door = await findDoor(systemOf(context), typed)
  if (!door.ok) {
    if (door.error === 'campaign-key-missing') return problem(door.error)
    const wrong = { state: 'wrong', fault: wrongCodes[door.error] } as const
    return data({ ...wrong, typed: normaliseCode(typed.slice(0, longestTyped)) }, statusOf(door.error))
  }
  const { state, campaign } = door.value
  if (state === 'closed') return data({ state, campaign }, statusOf('campaign-not-collecting'))
  if (state === 'counted-by-hand') return data({ state, campaign }, statusOf('village-counted-by-hand'))
  if (state === 'answered-before') return data({ state, campaign })
  const { questionnaire } = door.value
  const spoken = await findSpoken(systemOf(context), campaign.id, requestTag(request))
  const ballot = { campaign, questionnaire, spoken }
  if (state === 'open') return data({ state, ...ballot }, { headers: { [sameForAll]: 'yes' } })
  if (new URL(request.url).searchParams.get('lai') === '1' && !door.value.byBatch)
    return data({ state: 'again' as const, ...ballot })
  return data({ state, campaign, receipt: door.value.receipt, byBatch: door.value.byBatch })
}

/** Recorded, for the first time or again: to the receipt. Sent once more: to this same address, which says so. */
export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const system = systemOf(context)
  const code = params.code ?? ''
  const fields = await readFields(request)
  const posted = await answerByCode(system, code, fields)
  if (posted.kind === 'recorded') return redirect(answeredAt(code, posted), 303)
  if (posted.kind === 'refused') return data({ lost: true as const }, statusOf(posted.error))
  return data({ lost: false as const, faults: posted.faults, fields: fields.texts }, 422)
}

export const meta = (args: MetaArgs<typeof loader>) => {
  const t = translator(languageOf(args))
  const isCancelled = args.data?.state === 'closed' && args.data.campaign.state === 'cancelled'
  const titles = {
    open: args.data?.state === 'open' ? args.data.campaign.name : '',
    again: t('resident.again'),
    answered: t('resident.answered'),
    'answered-before': t('resident.answered'),
    closed: t(isCancelled ? 'resident.cancelled' : 'resident.closed'),
    'counted-by-hand': t('resident.byHand'),
    wrong: t('resident.wrongTitle'),
  }
  return [{ title: pageTitle(titles[args.data?.state ?? 'wrong']) }, { name: 'robots', content: 'noindex' }]
}

const stages = {
  open: 'form',
  again: 'again',
  answered: 'answered',
  'answered-before': 'over',
  closed: 'over',
  'counted-by-hand': 'over',
  wrong: 'wrong',
} as const satisfies { readonly [state: string]: ResidentStage }

const Body = () => {
  const door = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  if (door.state === 'wrong') return <WrongCode typed={door.typed} fault={door.fault} />
  if (door.state === 'answered')
    return <Answered campaign={door.campaign} receipt={door.receipt} byBatch={door.byBatch} />
  if (door.state === 'answered-before') return <AnsweredBefore campaign={door.campaign} />
  const lost = posted?.lost ?? false
  if (door.state === 'counted-by-hand') return <CountedByHand campaign={door.campaign} lost={lost} />
  if (door.state === 'closed' && door.campaign.state === 'cancelled')
    return <Cancelled campaign={door.campaign} lost={lost} />
  if (door.state === 'closed')
    return <Closed campaign={door.campaign} results={`/ket-qua/${door.campaign.id}`} lost={lost} />
  const { campaign, questionnaire, spoken } = door
  const ballot = { campaign, questionnaire, spoken, again: door.state === 'again' }
  if (!posted || posted.lost) return <ResidentBallot {...ballot} />
  const get = (name: string) => posted.fields[name] ?? null
  const mending = { draft: draftOf({ get }, contentKeys(questionnaire)), faults: posted.faults }
  return <ResidentBallot {...ballot} mending={mending} />
}

export default function HouseholdDoor() {
  const door = useLoaderData<typeof loader>()
  const isMending = useActionData<typeof action>()?.lost === false
  return (
    <ResidentFrame
      stage={isMending ? 'mend' : stages[door.state]}
      offersLanguages={'spoken' in door && door.spoken.offered.length > 0}
    >
      <Body />
    </ResidentFrame>
  )
}
